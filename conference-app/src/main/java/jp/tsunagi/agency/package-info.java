/** The agencies that meet, and their sections: who they are, and how they are reached without saying where she is. */
@NullMarked
package jp.tsunagi.agency;

import org.jspecify.annotations.NullMarked;
