package jp.tsunagi.staff;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.AccountEntry;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.AccountReach;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Administration;
import jp.tsunagi.account.Officer;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Once a year each account is confirmed by its administrator, or closed: nobody's rights outlast the reason for them. */
@Service
class AccountReviews {

    private final SealedCollection<AccountReview> records;
    private final Accounts accounts;
    private final Administration administration;
    private final StaffSettings settings;
    private final Clock clock;

    AccountReviews(
            MongoDatabase database,
            CaseKeys keys,
            Accounts accounts,
            Administration administration,
            StaffSettings settings,
            Clock clock) {
        this.records = SealedCollection.of(AccountReview.class, "accountReviews", database, keys);
        this.accounts = accounts;
        this.administration = administration;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An account as it is reviewed.
     *
     * @param reviewed when it was confirmed last; null where it never was
     * @param due by when it is to be looked at again: a year after that, or after it was opened
     * @param waits whether that is near or past
     * @param overdue whether it is past
     */
    record Line(AccountEntry account, @Nullable Instant reviewed, LocalDate due, boolean waits, boolean overdue) {}

    /** All active accounts that the officer looks after, those first that have waited longest. */
    List<Line> lines(Officer administrator) {
        Map<String, Instant> last = new HashMap<>();
        records.list(Filters.empty(), Sorts.ascending("_id"), 0, Integer.MAX_VALUE)
                .forEach(review -> last.put(review.id(), review.at()));
        return accounts.active(AccountReach.of(administrator)).stream()
                .map(account -> line(account, last.get(account.id())))
                .sorted(Comparator.comparing(Line::due)
                        .thenComparing(line -> line.account().agency())
                        .thenComparing(line -> line.account().login()))
                .toList();
    }

    /** Those of them that wait to be looked at. */
    List<Line> waiting(Officer administrator) {
        return lines(administrator).stream().filter(Line::waits).toList();
    }

    /**
     * Confirms that an account is still needed, with its agency and its roles.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}, or {@code account.closed}
     */
    Line confirm(AccountId account, Officer administrator) {
        AccountEntry entry = AccountReach.of(administrator).require(accounts.entry(account));
        if (!entry.active()) {
            throw Refusal.conflict("account.closed");
        }
        AccountReview review = administration.audited(
                "account.review",
                administrator.id().value(),
                account.value(),
                List.of(),
                () -> write(account, administrator));
        return line(entry, review.at());
    }

    /** Enters that the list is taken out. */
    void takenOut(Officer administrator) {
        administration.happened(
                "account.review-list",
                administrator.id().value(),
                administrator.agency().value());
    }

    private AccountReview write(AccountId account, Officer by) {
        long version = records.find(account.value()).map(AccountReview::version).orElse(-1L) + 1;
        AccountReview review = new AccountReview(account.value(), version, by.id(), clock.instant());
        try {
            if (version == 0) {
                records.insert(review);
            } else {
                records.replace(review);
            }
        } catch (SealedCollection.Stale | SealedCollection.AlreadyThere e) {
            // Somebody else confirmed it at the same moment.
            return records.find(account.value()).orElse(review);
        }
        return review;
    }

    private Line line(AccountEntry account, @Nullable Instant reviewed) {
        Instant from = reviewed == null ? account.created() : reviewed;
        LocalDate due = day(from.plus(settings.reviewEvery()));
        LocalDate today = day(clock.instant());
        Duration ahead = settings.reviewAhead();
        return new Line(account, reviewed, due, !today.isBefore(due.minusDays(ahead.toDays())), today.isAfter(due));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, TimeConfiguration.JAPAN);
    }
}
