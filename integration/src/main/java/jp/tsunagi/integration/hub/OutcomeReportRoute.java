package jp.tsunagi.integration.hub;

import jp.tsunagi.integration.broker.Addresses;

/** Reports after the meeting (開催後の報告). */
final class OutcomeReportRoute extends Routes {

    OutcomeReportRoute(HubSettings settings) {
        super(settings);
    }

    @Override
    public void configure() {
        consume("outcome-report", Addresses.OUTCOME_REPORTS, settings.consumers(), INTAKE);
    }
}
