package jp.tsunagi.shared;

/** Carries a {@link Refusal} out of an aggregate. Its text is the rule's name alone, so that it may be logged. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.rule(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
