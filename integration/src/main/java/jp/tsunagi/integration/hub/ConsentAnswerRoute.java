package jp.tsunagi.integration.hub;

import jp.tsunagi.integration.broker.Addresses;

/** Answers to consent checks (同意確認). */
final class ConsentAnswerRoute extends Routes {

    ConsentAnswerRoute(HubSettings settings) {
        super(settings);
    }

    @Override
    public void configure() {
        consume("consent-answer", Addresses.CONSENT_ANSWERS, settings.consumers(), INTAKE);
    }
}
