package jp.tsunagi.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.casefile.Exclusion;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The whole ledger of her consent, entry by entry, as the policy shows it (S37). */
@Component
class ConsentLedger {

    /** From here on the end is told as near (ui.md B9). */
    private static final int DAYS_BEFORE_END = 14;

    private final Desk desk;
    private final Accounts accounts;
    private final Acts acts;

    ConsentLedger(Desk desk, Accounts accounts, Acts acts) {
        this.desk = desk;
        this.accounts = accounts;
        this.acts = acts;
    }

    /** What is known of her consent, before the policy; the newest first. */
    record View(
            @Classified(FieldClass.CONSENT) List<Entry> entries,
            @Classified(FieldClass.CONSENT) List<TakenBack> withdrawals,
            @Classified(FieldClass.CONSENT) List<Excluded> exclusions) {}

    /** @param lifted null while it holds */
    record Excluded(
            @Classified(FieldClass.CONSENT) int number,
            @Classified(FieldClass.CONSENT) String item,
            @Classified(FieldClass.CONSENT) Exclusion.Reason reason,
            @Classified(FieldClass.CONSENT) @Nullable String note,
            @Classified(FieldClass.CONSENT) String agency,
            @Classified(FieldClass.CONSENT) Instant recordedAt,
            @Classified(FieldClass.CONSENT) Exclusion.@Nullable Lifting lifted) {}

    /** @param verifiedBy name of the second officer, null before there is one */
    record Entry(
            @Classified(FieldClass.CONSENT) int number,
            @Classified(FieldClass.CONSENT) String status,
            @Classified(FieldClass.CONSENT) List<String> recipients,
            @Classified(FieldClass.CONSENT) List<Consent.LocationPermission> locationRecipients,
            @Classified(FieldClass.CONSENT) List<Consent.Withheld> withheld,
            @Classified(FieldClass.CONSENT) List<Consent.Condition> conditions,
            @Classified(FieldClass.CONSENT) @Nullable ConsentMethod method,
            @Classified(FieldClass.CONSENT) @Nullable String confirmedBy,
            @Classified(FieldClass.CONSENT) LocalDate confirmedOn,
            @Classified(FieldClass.CONSENT) LocalDate validUntil,
            @Classified(FieldClass.CONSENT) String contactAgency,
            @Classified(FieldClass.CONSENT) @Nullable String verifiedBy,
            @Classified(FieldClass.CONSENT) @Nullable Instant verifiedAt,
            @Classified(FieldClass.CONSENT) List<Asked> attempts,
            @Classified(FieldClass.CONSENT) List<Consent.Purpose> purposes,
            @Classified(FieldClass.CONSENT) @Nullable Boolean refusalExplained) {}

    record Asked(
            @Classified(FieldClass.CONSENT) boolean reached,
            @Classified(FieldClass.CONSENT) @Nullable ConsentMethod method,
            @Classified(FieldClass.CONSENT) @Nullable String by,
            @Classified(FieldClass.CONSENT) @Nullable LocalDate on) {}

    /** @param agencies none for the whole */
    record TakenBack(
            @Classified(FieldClass.CONSENT) LocalDate withdrawnOn,
            @Classified(FieldClass.CONSENT) Consent.Withdrawal.How how,
            @Classified(FieldClass.CONSENT) String recordedBy,
            @Classified(FieldClass.CONSENT) Instant recordedAt,
            @Classified(FieldClass.CONSENT) List<String> agencies) {}

    /** A chip: {@code consent.chip.<key>}, its colour, and how many days are left where it tells them. */
    record Chip(String key, String colour, long days) {

        static Chip of(String key, String colour) {
            return new Chip(key, colour, 0);
        }
    }

    /** The ledger by the policy, and where her consent stands in a word or two. */
    record Shown(Projection ledger, List<Chip> chips) {}

    /** Entered into the audit before it leaves. */
    Shown read(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        Projection ledger = Projection.of(
                view(sight, command.today()),
                sight.standing().grants(sight.conference().request()));
        boolean whole = ledger.withheld().isEmpty();
        if (whole) {
            acts.shown(
                    command,
                    "consent.read",
                    sight.conference().caseId().value(),
                    sight.conference().id().value(),
                    Reading.names(ledger));
        }
        return new Shown(
                ledger, whole ? chips(sight.casefile().flatMap(Casefile::consent), command.today()) : List.of());
    }

    private View view(Desk.Sight sight, LocalDate today) {
        List<Entry> entries = new ArrayList<>();
        sight.casefile()
                .map(Casefile::consents)
                .orElse(List.of())
                .forEach(consent -> entries.add(entry(consent, today)));
        Collections.reverse(entries);
        List<TakenBack> withdrawals = new ArrayList<>();
        sight.casefile()
                .map(Casefile::withdrawals)
                .orElse(List.of())
                .forEach(taken -> withdrawals.add(new TakenBack(
                        taken.withdrawnOn(),
                        taken.how(),
                        taken.recordedBy(),
                        taken.recordedAt(),
                        codes(taken.recipients()))));
        Collections.reverse(withdrawals);
        List<Excluded> exclusions = sight.casefile().map(Casefile::exclusions).orElse(List.of()).stream()
                .map(one -> new Excluded(
                        one.number(),
                        one.item(),
                        one.reason(),
                        one.note(),
                        one.agency(),
                        one.recordedAt(),
                        one.lifted()))
                .toList();
        return new View(entries, withdrawals, exclusions);
    }

    private Entry entry(Consent consent, LocalDate today) {
        boolean expired = consent.status() == Consent.Status.VERIFIED && consent.expired(today);
        return new Entry(
                consent.number(),
                expired ? "EXPIRED" : consent.status().name(),
                codes(consent.currentRecipients()),
                consent.locationRecipients(),
                consent.withheld(),
                consent.conditions(),
                consent.method(),
                consent.confirmedBy(),
                consent.confirmedOn(),
                consent.validUntil(),
                consent.contactAgency().value(),
                consent.verifiedBy() == null
                        ? null
                        : accounts.nameOf(consent.verifiedBy()).orElse(null),
                consent.verifiedAt(),
                consent.attempts().stream()
                        .map(attempt -> new Asked(attempt.reached(), attempt.method(), attempt.by(), attempt.on()))
                        .toList(),
                consent.purposes().stream().sorted().toList(),
                consent.refusalExplained());
    }

    private static List<Chip> chips(Optional<Consent> counting, LocalDate today) {
        if (counting.isEmpty()) {
            return List.of();
        }
        Consent consent = counting.get();
        return switch (consent.status()) {
            case WITHDRAWN -> List.of(Chip.of("withdrawn", "red"));
            case REFUSED -> List.of(Chip.of("refused", "red"));
            case GIVEN, SUPERSEDED -> List.of(Chip.of("being-asked", "purple"));
            case VERIFIED -> {
                List<Chip> chips = new ArrayList<>();
                long days = ChronoUnit.DAYS.between(today, consent.validUntil());
                if (days < 0) {
                    chips.add(Chip.of("expired", "orange"));
                } else if (days <= DAYS_BEFORE_END) {
                    chips.add(new Chip("ending", "yellow", days));
                } else {
                    chips.add(Chip.of("in-force", "green"));
                }
                if (!consent.currentRecipients().equals(consent.recipients())) {
                    chips.add(Chip.of("partly", "purple"));
                }
                yield chips;
            }
        };
    }

    private static List<String> codes(Collection<AgencyCode> agencies) {
        return Set.copyOf(agencies).stream().map(AgencyCode::value).sorted().toList();
    }
}
