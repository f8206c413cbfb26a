/**
 * The individual case conference (個別ケース検討会議) from request to outcome record: its states, the rules of each step, and
 * what each viewer may see of it.
 */
@NullMarked
package jp.tsunagi.conference;

import org.jspecify.annotations.NullMarked;
