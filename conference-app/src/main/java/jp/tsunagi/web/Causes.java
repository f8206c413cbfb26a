package jp.tsunagi.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exception and what caused it. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    static Stream<Throwable> of(Throwable e) {
        return Stream.<@Nullable Throwable>iterate(e, cause -> cause == null ? null : cause.getCause())
                .takeWhile(cause -> cause != null)
                .limit(DEEPEST)
                .flatMap(Stream::ofNullable);
    }

    static <T extends Throwable> Optional<T> first(Throwable e, Class<T> type) {
        return of(e).filter(type::isInstance).map(type::cast).findFirst();
    }

    static boolean has(Throwable e, Class<? extends Throwable> type) {
        return of(e).anyMatch(type::isInstance);
    }
}
