package jp.tsunagi.catalogue;

import java.util.Locale;

/** What all support of one person rests on (Kurume's case management), in the order in which it is offered. */
public enum Pillar {
    /** Her safety at all times. */
    SAFETY,
    /** Rebuilding her life: dwelling, income, school, work. */
    REBUILDING,
    /** Her own recovery and that of her children. */
    RECOVERY,
    /** Divorce and other procedures under the law. */
    DIVORCE;

    /** The file that holds its measures. */
    String file() {
        return name().toLowerCase(Locale.ROOT) + ".yml";
    }
}
