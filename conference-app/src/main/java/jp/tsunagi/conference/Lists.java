package jp.tsunagi.conference;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists as they come from outside: absent means empty, and holes are dropped. */
final class Lists {

    private Lists() {}

    static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
