package jp.tsunagi.conference;

import java.util.Arrays;
import java.util.Objects;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.protection.BlindIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who must not be in the room (N10). Asked at the reply and again at every access. Names are compared by their keyed
 * tokens, so that width, spaces and kana do not hide a match.
 */
@Component
class BlockList {

    private static final String FIELD = "blocked";

    private final BlindIndex index;

    BlockList(BlindIndex index) {
        this.index = index;
    }

    /** Whether the agency or one of the names is on the Center's list of the case. */
    boolean matches(Casefile casefile, AgencyCode agency, @Nullable String... names) {
        return casefile.blocked().stream()
                .anyMatch(entry -> agency.value().equals(entry.agency())
                        || Arrays.stream(names).filter(Objects::nonNull).anyMatch(name -> same(entry.name(), name)));
    }

    private boolean same(String one, String other) {
        return index.token(FIELD, one).equals(index.token(FIELD, other));
    }
}
