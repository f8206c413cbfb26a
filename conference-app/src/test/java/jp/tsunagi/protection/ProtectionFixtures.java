package jp.tsunagi.protection;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What several tests of the protection need. */
final class ProtectionFixtures {

    private ProtectionFixtures() {}

    /** A clock that stands still until it is told. */
    static final class SetClock extends Clock {
        volatile Instant now = Instant.parse("2026-11-20T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
