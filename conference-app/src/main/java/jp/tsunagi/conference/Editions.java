package jp.tsunagi.conference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.document.Edition;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The papers of a conference: one edition per reader, made of nothing but what the policy lets this reader see, entered into
 * audit and ledger before it leaves.
 */
@Service
class Editions {

    private static final int USER_MARK = 8;

    private final Desk desk;
    private final Directory directory;
    private final SharingLedger ledger;
    private final Acts acts;
    private final Map<String, EditionKind> kinds;

    Editions(Desk desk, Directory directory, SharingLedger ledger, Acts acts, List<EditionKind> kinds) {
        this.desk = desk;
        this.directory = directory;
        this.ledger = ledger;
        this.acts = acts;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(EditionKind::kind, Function.identity()));
    }

    /** @param fileName neutral: reference and kind */
    record Paper(byte[] pdf, String fileName) {}

    /**
     * Makes the officer's edition.
     *
     * @param kind as {@link EditionKind#kind}
     * @param agency whose paper, where a paper has one for each agency; null for the officer's own
     * @throws jp.tsunagi.shared.Refused {@code not-found} also for a kind that is none; {@code document.gone} for an agency
     *     that is not invited any more; {@code document.not-cleared} for an attendee who has not pledged; and what each kind
     *     says of itself
     */
    Paper make(String id, String kind, @Nullable String agency, Command command) {
        EditionKind made = kinds.get(kind);
        if (made == null) {
            throw Refusal.notFound();
        }
        EditionKind.Ask ask = new EditionKind.Ask(desk.open(id, command), agency, command);
        made.require(ask);
        CaseConference conference = ask.conference();
        AgencyCode recipient = made.recipient(ask);
        String serial = Ids.random(command.at());
        EditionKind.Made paper = made.make(ask, edition(conference, recipient, serial, command));
        acts.shown(
                command,
                "document." + kind,
                conference.caseId().value(),
                conference.id().value(),
                Reading.named(paper.projection(), ask.standing()));
        ledger.paper(ask.sight(), kind, serial, sha256(paper.pdf()), recipient, command);
        made.require(new EditionKind.Ask(desk.see(id, command), agency, command));
        return new Paper(paper.pdf(), conference.reference().replace(':', '-') + "_" + kind + ".pdf");
    }

    /**
     * Asks whether the officer could have this paper now.
     *
     * @throws jp.tsunagi.shared.Refused as {@link #make}
     */
    void require(String id, String kind, @Nullable String agency, Command command) {
        EditionKind asked = kinds.get(kind);
        if (asked == null) {
            throw Refusal.notFound();
        }
        asked.require(new EditionKind.Ask(desk.see(id, command), agency, command));
    }

    private Edition edition(CaseConference conference, AgencyCode recipient, String serial, Command command) {
        String account = command.officer().id().value();
        return new Edition(
                conference.reference(),
                directory.nameOf(recipient.value()) + " 用",
                "第" + (conference.version() + 1) + "版",
                serial,
                ZonedDateTime.ofInstant(command.at(), TimeConfiguration.JAPAN),
                account.substring(Math.max(0, account.length() - USER_MARK)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
