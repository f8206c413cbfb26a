package jp.tsunagi.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.document.DeletionCertificate;
import jp.tsunagi.document.DeletionCertificatePrinter;
import jp.tsunagi.document.Edition;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The certificate that a case was deleted (消去証明書), for the office's own files. Nothing of hers. */
@Service
class CertificatePaper {

    static final String FILE = "certificate.pdf";

    private static final int MARK = 6;
    private static final String DRAFT = "draft:";

    private final RetentionReading reading;
    private final DeletionCertificatePrinter printer;
    private final Directory directory;
    private final Accounts accounts;
    private final Acts acts;
    private final Clock clock;

    CertificatePaper(
            RetentionReading reading,
            DeletionCertificatePrinter printer,
            Directory directory,
            Accounts accounts,
            Acts acts,
            Clock clock) {
        this.reading = reading;
        this.printer = printer;
        this.directory = directory;
        this.accounts = accounts;
        this.acts = acts;
        this.clock = clock;
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found}; {@code retention.not-yet} while it is being carried out */
    byte[] print(String id, Command command) {
        ErasureRecord erasure = reading.erasure(id, command);
        if (erasure.open()) {
            throw Refusal.conflict("retention.not-yet");
        }
        acts.shown(
                command, "document.deletion-certificate", erasure.erasedCase(), id, List.of(FieldClass.STAFF.name()));
        String reference = erasure.reference().startsWith(DRAFT) ? null : erasure.reference();
        return printer.print(new DeletionCertificate(
                new Edition(
                        reference == null ? "―" : reference,
                        directory.nameOf(directory.center().value()) + " 用",
                        "第1版",
                        command.id(),
                        clock.instant().atZone(TimeConfiguration.JAPAN),
                        mark(command)),
                reference,
                erasure.ground(),
                erasure.endedOn(),
                name(erasure.proposedBy(), erasure.proposedByName()),
                erasure.proposedAt() == null ? null : local(erasure.proposedAt()),
                name(erasure.confirmedBy(), erasure.confirmedByName()),
                local(erasure.decidedAt()),
                local(Objects.requireNonNull(erasure.keyDestroyedAt())),
                Objects.requireNonNull(erasure.takesEffectOn()),
                Objects.requireNonNull(erasure.auditEntry()),
                erasure.restored(),
                erasure.bones().stream()
                        .map(bones -> new DeletionCertificate.Deleted(
                                bones.reference(),
                                bones.number(),
                                directory.nameOf(bones.agency()),
                                bones.submittedOn()))
                        .toList(),
                erasure.deleted().values().stream().mapToLong(Long::longValue).sum()));
    }

    /** An old copy of the database forgot the name; the account knows it, as long as there is one. */
    private @Nullable String name(String account, @Nullable String kept) {
        return kept != null || account.equals(ErasureRecord.SYSTEM)
                ? kept
                : accounts.nameOf(new AccountId(account)).orElse(null);
    }

    private static LocalDateTime local(Instant at) {
        return at.atZone(TimeConfiguration.JAPAN).toLocalDateTime();
    }

    private static String mark(Command command) {
        String account = command.officer().id().value();
        return account.substring(account.length() - MARK);
    }
}
