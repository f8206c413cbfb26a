package jp.tsunagi.clock;

import java.util.Arrays;
import java.util.List;

/** What a period belongs to. Articles are those of the DV Act (配偶者暴力防止法) as in force since 1 April 2024. */
enum Procedure {
    /** 接近禁止命令, Art. 10 (1). */
    PROTECTION_ORDER(Kind.ORDER),
    /** 電話等禁止命令, Art. 10 (2). */
    CALLS_ORDER(Kind.DEPENDENT_ORDER),
    /** 子への接近禁止命令, Art. 10 (3). */
    CHILD_ORDER(Kind.DEPENDENT_ORDER),
    /** 子への電話等禁止命令, Art. 10. */
    CHILD_CALLS_ORDER(Kind.DEPENDENT_ORDER),
    /** 親族等への接近禁止命令, Art. 10. */
    RELATIVES_ORDER(Kind.DEPENDENT_ORDER),
    /** 退去等命令, Art. 10-2. */
    EVICTION_ORDER(Kind.ORDER),
    /** 住民基本台帳事務における支援措置. */
    RESIDENT_REGISTER_PROTECTION(Kind.MEASURE),
    /** 一時保護. */
    TEMPORARY_PROTECTION(Kind.MEASURE),
    /** Another one, by its name and with the day that its paper says. */
    OTHER(Kind.MEASURE),
    /** Her consent; read of the case, never entered here. */
    CONSENT(Kind.FOLLOWED),
    /** The review of her plan; read of the plan, never entered here. */
    PLAN_REVIEW(Kind.FOLLOWED);

    private enum Kind {
        ORDER,
        DEPENDENT_ORDER,
        MEASURE,
        FOLLOWED
    }

    private final Kind kind;

    Procedure(Kind kind) {
        this.kind = kind;
    }

    /** Whether a court ordered it. */
    boolean order() {
        return kind == Kind.ORDER || dependent();
    }

    /** Whether it ends with the order that it is based on. */
    boolean dependent() {
        return kind == Kind.DEPENDENT_ORDER;
    }

    /** Whether it is kept elsewhere and only shown and reminded of here. */
    boolean followed() {
        return kind == Kind.FOLLOWED;
    }

    /** Whether it may go on after its end without beginning anew. */
    boolean renewable() {
        return this == RESIDENT_REGISTER_PROTECTION || this == TEMPORARY_PROTECTION;
    }

    static List<Procedure> entered() {
        return Arrays.stream(values()).filter(one -> !one.followed()).toList();
    }
}
