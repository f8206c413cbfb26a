package jp.tsunagi.integration.hub;

import jp.tsunagi.integration.broker.Addresses;

/** Attendance replies and information sheets of invited agencies. */
final class ReplyRoute extends Routes {

    ReplyRoute(HubSettings settings) {
        super(settings);
    }

    @Override
    public void configure() {
        consume("reply", Addresses.REPLIES, settings.consumers(), INTAKE);
    }
}
