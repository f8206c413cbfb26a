package jp.tsunagi.integration.hub;

/** What every message from an agency goes through: read, decrypt, check, hand over, acknowledge; or park. */
final class IntakeFlowRoute extends Routes {

    private final Intake intake;

    IntakeFlowRoute(HubSettings settings, Intake intake) {
        super(settings);
        this.intake = intake;
    }

    @Override
    public void configure() {
        retryWhatMayPass();
        // Handled commits, so this comes only before anything was sent: acknowledging is the last step.
        onException(Throwable.class)
                .onWhen(Routes::isToBeParked)
                .maximumRedeliveries(0)
                .handled(true)
                .process(intake::refuse)
                .id("intake-refuse");

        from(INTAKE)
                .routeId("intake")
                .process(intake::receive)
                .id("intake-receive")
                .process(intake::open)
                .id("intake-open")
                .process(intake::accept)
                .id("intake-accept")
                .process(intake::acknowledge)
                .id("intake-acknowledge");
    }
}
