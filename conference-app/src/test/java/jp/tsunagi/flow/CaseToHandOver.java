package jp.tsunagi.flow;

/** A case with a plan in force that she agrees to hand over to Asahikawa, for those who go on with it in a browser. */
public final class CaseToHandOver {

    private CaseToHandOver() {}

    /** @return path of its pages */
    public static String of(HubUnderTest hub) {
        Conference conference = Conference.in(hub, "REPORTED");
        new Plan(conference).drafted().submitted().approved().confirmed();
        HandOversIT.transferable(hub, conference);
        hub.awaitQuiet();
        return "/c/" + conference.id;
    }

    /** Her name, and what must not be seen before it is accepted. */
    public static String name() {
        return Conference.NAME;
    }
}
