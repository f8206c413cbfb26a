package jp.tsunagi.command;

import java.time.Clock;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.BlindIndex;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes commands out of what comes in. */
@Component
public final class Commands {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BlindIndex index;
    private final Clock clock;

    Commands(BlindIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /**
     * A command of this officer for the officer's own agency.
     *
     * @param idempotencyKey as the client gave it; null for a command that is never repeated
     * @param action and target: what is done to what; the same key for something else is another use of it
     * @param body what was asked, as a value that can be written as JSON; only its keyed digest is kept
     */
    public Command of(
            Officer officer, @Nullable String idempotencyKey, String action, String target, @Nullable Object body) {
        String id = idempotencyKey == null
                ? Ids.random(clock.instant())
                : Ids.derived("command", officer.id().value(), idempotencyKey);
        String digest = index.token("command", action + "|" + target + "|" + JSON.writeValueAsString(body));
        return new Command(id, digest, officer, officer.agency(), clock.instant());
    }

    /** The same command, acted for another agency. */
    public Command onBehalfOf(Command command, AgencyCode agency) {
        return new Command(command.id(), command.digest(), command.officer(), agency, command.at());
    }

    /** A command of nobody in particular, which only reads. */
    public Command reading(Officer officer) {
        return new Command(Ids.random(clock.instant()), "", officer, officer.agency(), clock.instant());
    }
}
