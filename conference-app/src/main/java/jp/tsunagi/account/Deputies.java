package jp.tsunagi.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.account.DeputyPeriods.DeputyPeriod;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The director names who decides in the director's place, for days of Japan (代決). */
@Service
public class Deputies {

    private final DeputyPeriods periods;
    private final Accounts accounts;
    private final Agencies agencies;
    private final Administration administration;
    private final AccountSettings settings;
    private final Clock clock;

    Deputies(
            DeputyPeriods periods,
            Accounts accounts,
            Agencies agencies,
            Administration administration,
            AccountSettings settings,
            Clock clock) {
        this.periods = periods;
        this.accounts = accounts;
        this.agencies = agencies;
        this.administration = administration;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A deputy's period.
     *
     * @param from first day, in Japan
     * @param to last day, included
     * @param name of the deputy
     */
    public record Deputy(
            String id,
            AccountId account,
            String name,
            LocalDate from,
            LocalDate to,
            AccountId namedBy,
            boolean revoked,
            boolean today) {}

    /**
     * Names a deputy.
     *
     * @param director who names; a deputy names no further deputy
     * @param idempotencyKey the same key and content give the same period once more
     * @throws Refused with rule {@code not-found} for anybody else, {@code deputy.invalid} naming fields {@code account},
     *     {@code from}, {@code to}, or {@code idempotency.key-reused}
     */
    public Deputy name(
            Officer director,
            @Nullable AccountId deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String idempotencyKey) {
        requireDirectorInPerson(director);
        List<FieldProblem> problems = new ArrayList<>();
        if (deputy == null || !mayBeDeputy(deputy, director)) {
            problems.add(FieldProblem.of("account", deputy == null ? "required" : "not-deputy"));
        }
        checkPeriod(from, to, problems);
        if (!problems.isEmpty() || deputy == null || from == null || to == null) {
            throw Refusal.invalid("deputy.invalid", problems);
        }
        String id = idempotencyKey == null
                ? Ids.random(clock.instant())
                : Ids.derived("deputy", director.id().value(), idempotencyKey);
        DeputyPeriod period =
                new DeputyPeriod(id, 0, deputy, from, to, director.id(), clock.instant(), false, null, null);
        return administration.audited(
                "deputy.name",
                director.id().value(),
                deputy.value(),
                List.of(from.toString(), to.toString()),
                () -> shown(insert(period)));
    }

    /**
     * Ends a deputy's period at once.
     *
     * @throws Refused with rule {@code not-found}
     */
    public Deputy revoke(Officer director, String id) {
        requireDirectorInPerson(director);
        DeputyPeriod period = periods.find(id).orElseThrow(Refusal::notFound);
        if (period.revoked()) {
            return shown(period);
        }
        return administration.audited(
                "deputy.revoke", director.id().value(), period.deputy().value(), List.of(), () -> {
                    DeputyPeriod revoked = period.revokedBy(director.id(), clock.instant());
                    try {
                        periods.replace(revoked);
                    } catch (SealedCollection.Stale e) {
                        throw Refusal.conflict("version.stale");
                    }
                    return shown(revoked);
                });
    }

    /**
     * All periods, latest first, those that have ended or were revoked included.
     *
     * @throws Refused with rule {@code not-found} for whoever is no director today
     */
    public List<Deputy> all(Officer director) {
        if (!director.is(Role.DIRECTOR)) {
            throw Refusal.notFound();
        }
        return periods.all().stream().map(this::shown).toList();
    }

    private DeputyPeriod insert(DeputyPeriod period) {
        try {
            periods.insert(period);
            return period;
        } catch (SealedCollection.AlreadyThere e) {
            DeputyPeriod there = periods.find(period.id()).orElseThrow(Refusal::notFound);
            boolean same = there.deputy().equals(period.deputy())
                    && there.from().equals(period.from())
                    && there.to().equals(period.to());
            if (!same) {
                throw Refusal.invalid("idempotency.key-reused");
            }
            return there;
        }
    }

    private void checkPeriod(@Nullable LocalDate from, @Nullable LocalDate to, List<FieldProblem> problems) {
        if (from == null) {
            problems.add(FieldProblem.of("from", "required"));
        }
        if (to == null) {
            problems.add(FieldProblem.of("to", "required"));
        } else if (to.isBefore(periods.today())) {
            problems.add(FieldProblem.of("to", "date-past"));
        } else if (from != null && to.isBefore(from)) {
            problems.add(FieldProblem.of("to", "before-start"));
        } else if (from != null && ChronoUnit.DAYS.between(from, to) >= settings.longestDeputy()) {
            problems.add(FieldProblem.of("to", "too-late", settings.longestDeputy()));
        }
    }

    private boolean mayBeDeputy(AccountId deputy, Officer director) {
        return accounts.officer(deputy)
                .filter(officer -> officer.person() && !officer.id().equals(director.id()))
                .filter(officer -> officer.worksFor(agencies.center().code()))
                .filter(officer -> officer.is(Role.CENTER_STAFF))
                .isPresent();
    }

    private static void requireDirectorInPerson(Officer director) {
        if (!director.is(Role.DIRECTOR) || director.deputy()) {
            throw Refusal.notFound();
        }
    }

    private Deputy shown(DeputyPeriod period) {
        LocalDate today = periods.today();
        boolean now = !period.revoked() && !today.isBefore(period.from()) && !today.isAfter(period.to());
        return new Deputy(
                period.id(),
                period.deputy(),
                accounts.nameOf(period.deputy()).orElse(""),
                period.from(),
                period.to(),
                period.namedBy(),
                period.revoked(),
                now);
    }
}
