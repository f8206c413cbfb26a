package jp.tsunagi.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import jp.tsunagi.shared.TimeConfiguration;

/** Runs as time does, and can be put forward; never back. */
public final class MovableClock extends Clock {

    private volatile Instant base;
    private volatile long baseNanos;

    MovableClock(LocalDateTime japan) {
        base = japan.atZone(TimeConfiguration.JAPAN).toInstant();
        baseNanos = System.nanoTime();
    }

    public LocalDateTime now() {
        return LocalDateTime.ofInstant(instant(), TimeConfiguration.JAPAN);
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    /** It is this time in Japan, or later already. */
    public void atLeast(LocalDateTime japan) {
        Instant wanted = japan.atZone(TimeConfiguration.JAPAN).toInstant();
        if (wanted.isAfter(instant())) {
            baseNanos = System.nanoTime();
            base = wanted;
        }
    }

    @Override
    public Instant instant() {
        return base.plus(Duration.ofNanos(System.nanoTime() - baseNanos));
    }

    @Override
    public ZoneId getZone() {
        return TimeConfiguration.JAPAN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
