package jp.tsunagi.handover;

import java.util.List;
import jp.tsunagi.conference.Request;
import org.jspecify.annotations.Nullable;

/** The first request of a case that was taken over, begun with what came: nobody has to tell it, or type it, again. */
final class Beginnings {

    private Beginnings() {}

    /** @param topics what is to be spoken of, where something goes on; null where nothing is known */
    static Request request(Handed handed, @Nullable String topics) {
        return new Request(
                null,
                handed.name(),
                handed.kana(),
                null,
                null,
                handed.callName(),
                null,
                handed.birthDate(),
                handed.approximateAge(),
                handed.address(),
                handed.address() == null ? null : Request.AddressHandling.WITHHOLD,
                handed.phone(),
                handed.safeContact(),
                handed.needs(),
                handed.currentSituation(),
                handed.caseOverview(),
                topics,
                handed.wishes(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
