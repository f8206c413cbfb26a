/**
 * Opening a case in an emergency (緊急閲覧): somebody of an agency that has it, who is not on its team, is shown who and where
 * she is, for some hours and with a reason; the team and the director hear of it at once, and the director reviews it within
 * a day. Her consent goes before it: never after she took it back, and never what she withholds.
 */
@NullMarked
package jp.tsunagi.emergency;

import org.jspecify.annotations.NullMarked;
