package jp.tsunagi.childcouncil;

import org.jspecify.annotations.Nullable;

/**
 * That a conference is held together with the council, as it is typed.
 *
 * @param council code of the agency that speaks for the council; it is convened
 * @param councilItems what the council wants dealt with: one more part of the one agenda
 */
record JointForm(@Nullable String council, @Nullable String councilItems) {

    /** What the council decided: its own record. */
    record Record(@Nullable String councilRecord) {}
}
