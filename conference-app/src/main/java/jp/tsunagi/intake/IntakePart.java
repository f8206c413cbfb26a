package jp.tsunagi.intake;

import java.util.Locale;

/** The parts of the sheet, in the order in which she is asked. Each is given on its own. */
enum IntakePart {
    /** How she may safely be reached. */
    REACH(true),
    /** Where she lives or is to live. */
    HOUSING(true),
    /** Income, allowances, insurance. */
    LIVELIHOOD(false),
    /** Her children: day care, school. */
    CHILDREN(false),
    /** Health and care. */
    HEALTH(false),
    /** Work. */
    WORK(false),
    /** Procedures under the law, the family register, the protection of her registration. */
    LEGAL(false),
    /** What to heed: whom she must not meet, how she is called up. */
    CARE(false);

    private final boolean location;

    IntakePart(boolean location) {
        this.location = location;
    }

    /** Whether it tells where she is. */
    boolean location() {
        return location;
    }

    /** Its field of the sheet. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
