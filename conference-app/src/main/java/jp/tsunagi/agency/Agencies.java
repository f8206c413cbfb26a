package jp.tsunagi.agency;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tsunagi.audit.AuditEvent;
import jp.tsunagi.audit.AuditTrail;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The directory of agencies. Read from memory; another node's change shows after {@link AgencySettings#cachedFor} at the
 * latest.
 */
@Service
public class Agencies {

    private static final int LARGEST_PAGE = 100;

    private final SealedCollection<Agency> agencies;
    private final AuditTrail audit;
    private final Clock clock;
    private final AgencySettings settings;
    private volatile @Nullable Snapshot snapshot;

    Agencies(
            MongoDatabase database,
            CaseKeys keys,
            AuditTrail audit,
            Clock clock,
            AgencySettings settings,
            DirectoryFiles files) {
        this.agencies = SealedCollection.of(Agency.class, "agencies", database, keys);
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
        addMissing(files.read());
    }

    /** The agency of this code, active or not. */
    public Optional<Agency> find(AgencyCode code) {
        return Optional.ofNullable(all().get(code.value()));
    }

    /** The agency of this code as someone wrote it, active or not; empty also where it could be no code at all. */
    public Optional<Agency> find(String code) {
        return Optional.ofNullable(all().get(code));
    }

    /**
     * The active agency of this code.
     *
     * @param field name in the API of what named it, for the refusal
     * @throws Refused with rule {@code agency.unknown} where there is none, or it is no longer active
     */
    public Agency requireActive(@Nullable String code, String field) {
        return Optional.ofNullable(code)
                .flatMap(this::find)
                .filter(Agency::active)
                .orElseThrow(() -> Refusal.invalid("agency.unknown", FieldProblem.of(field, "unknown-agency")));
    }

    /**
     * The women's support center.
     *
     * @throws IllegalStateException before the first run
     */
    public Agency center() {
        return findCenter().orElseThrow(() -> new IllegalStateException("The first run has not named the Center yet"));
    }

    /** The women's support center; empty before the first run. */
    public Optional<Agency> findCenter() {
        return all().values().stream()
                .filter(agency -> agency.active() && agency.kind() == AgencyKind.WOMENS_SUPPORT_CENTER)
                .findFirst();
    }

    /** Codes of all agencies, active or not, in order. */
    public List<AgencyCode> codes() {
        return all().values().stream().map(Agency::code).toList();
    }

    /** Codes of the active agencies that run a gateway, in order. */
    public List<AgencyCode> gateways() {
        return all().values().stream()
                .filter(agency -> agency.active() && agency.runsGateway())
                .map(Agency::code)
                .toList();
    }

    /**
     * Active agencies whose code starts with the text, or whose name or kana holds it, in order of their codes. Width,
     * case, spaces and hiragana against katakana make no difference.
     *
     * @param text empty for all
     * @param kind null for all
     * @param page from zero
     * @param size 1 to 100; others are brought into this range
     */
    public Page search(String text, @Nullable AgencyKind kind, int page, int size) {
        String wanted = normalised(text);
        List<Agency> found = all().values().stream()
                .filter(Agency::active)
                .filter(agency -> kind == null || agency.kind() == kind)
                .filter(agency -> matches(agency, wanted))
                .toList();
        int limit = Math.min(Math.max(size, 1), LARGEST_PAGE);
        long first = (long) Math.max(page, 0) * limit;
        List<Agency> items = found.stream().skip(first).limit(limit).toList();
        return new Page(items, Math.max(page, 0), found.size());
    }

    /**
     * Enters a new agency. The same entry once more gives the one that is there.
     *
     * @param actor account id of the administrator, or {@code system}
     * @throws Refused with rule {@code agency.invalid}, {@code agency.code-taken} or {@code agency.second-center}
     */
    public Agency add(AgencyDraft draft, String actor) {
        Agency entry = AgencyRules.entry(draft, 0);
        Agency there = current().get(entry.id());
        if (there != null) {
            if (sameContent(there, entry)) {
                return there;
            }
            throw Refusal.conflict("agency.code-taken");
        }
        requireOnlyCenter(entry);
        return audited("agency.add", actor, entry.id(), () -> {
            try {
                agencies.insert(entry);
            } catch (SealedCollection.AlreadyThere e) {
                throw Refusal.conflict("agency.code-taken");
            }
            return entry;
        });
    }

    /**
     * Replaces the entry of an agency; its code stays.
     *
     * @throws Refused with rule {@code not-found}, {@code agency.invalid}, {@code version.stale} or {@code
     *     agency.second-center}
     */
    public Agency replace(AgencyCode code, AgencyDraft draft, String actor) {
        Agency there = there(code);
        if (draft.version() != null && draft.version() != there.version()) {
            throw Refusal.conflict("version.stale");
        }
        Agency entry = AgencyRules.entry(AgencyRules.withCode(draft, code), there.version() + 1);
        requireOnlyCenter(entry);
        requireCenterStays(there, entry);
        return audited("agency.replace", actor, entry.id(), () -> write(entry));
    }

    /**
     * Takes an agency out of use: it can no longer be chosen, and its officers can no longer sign in.
     *
     * @throws Refused with rule {@code not-found}, {@code agency.center-stays} or {@code version.stale}
     */
    public Agency deactivate(AgencyCode code, String actor) {
        Agency there = there(code);
        if (!there.active()) {
            return there;
        }
        Agency entry = AgencyRules.inactive(there);
        requireCenterStays(there, entry);
        return audited("agency.deactivate", actor, entry.id(), () -> write(entry));
    }

    /** A page of the directory. */
    public record Page(List<Agency> items, int page, long total) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /** What comes with the product is entered once; what an office has changed since stays as it is. */
    private void addMissing(Collection<Agency> delivered) {
        Map<String, Agency> there = current();
        for (Agency agency : delivered) {
            if (!there.containsKey(agency.id())) {
                try {
                    agencies.insert(agency);
                } catch (SealedCollection.AlreadyThere e) {
                    // Another node was faster.
                    continue;
                }
            }
        }
        snapshot = null;
    }

    private Agency there(AgencyCode code) {
        return Optional.ofNullable(current().get(code.value())).orElseThrow(Refusal::notFound);
    }

    private Agency write(Agency entry) {
        try {
            agencies.replace(entry);
            return entry;
        } catch (SealedCollection.Stale e) {
            throw Refusal.conflict("version.stale");
        }
    }

    private void requireOnlyCenter(Agency entry) {
        if (entry.kind() == AgencyKind.WOMENS_SUPPORT_CENTER
                && entry.active()
                && findCenter()
                        .filter(center -> !center.id().equals(entry.id()))
                        .isPresent()) {
            throw Refusal.conflict("agency.second-center");
        }
    }

    private static void requireCenterStays(Agency there, Agency entry) {
        boolean wasCenter = there.active() && there.kind() == AgencyKind.WOMENS_SUPPORT_CENTER;
        if (wasCenter && !(entry.active() && entry.kind() == AgencyKind.WOMENS_SUPPORT_CENTER)) {
            throw Refusal.conflict("agency.center-stays");
        }
    }

    private Agency audited(String action, String actor, String code, Supplier<Agency> write) {
        String command = Ids.random(clock.instant());
        audit.record(event(command, AuditEvent.Phase.INTENT, action, actor, code, null));
        try {
            Agency written = write.get();
            audit.record(event(command, AuditEvent.Phase.OUTCOME, action, actor, code, "done"));
            return written;
        } catch (Refused e) {
            audit.record(event(
                    command,
                    AuditEvent.Phase.OUTCOME,
                    action,
                    actor,
                    code,
                    e.refusal().rule()));
            throw e;
        } finally {
            snapshot = null;
        }
    }

    private static AuditEvent event(
            String command,
            AuditEvent.Phase phase,
            String action,
            String actor,
            String code,
            @Nullable String outcome) {
        return new AuditEvent(command, phase, action, actor, null, null, null, code, outcome, List.of());
    }

    private static boolean sameContent(Agency one, Agency other) {
        return one.equals(AgencyRules.atVersion(other, one.version()));
    }

    private static boolean matches(Agency agency, String wanted) {
        return wanted.isEmpty()
                || agency.id().toLowerCase(Locale.ROOT).startsWith(wanted)
                || normalised(agency.name()).contains(wanted)
                || normalised(agency.kana()).contains(wanted);
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .map(c -> c >= 'ァ' && c <= 'ヶ' ? c - ('ァ' - 'ぁ') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Map<String, Agency> all() {
        Snapshot present = snapshot;
        if (present == null || !clock.instant().isBefore(present.until)) {
            present = new Snapshot(current(), clock.instant().plus(settings.cachedFor()));
            snapshot = present;
        }
        return present.agencies;
    }

    private Map<String, Agency> current() {
        return agencies.list(Filters.empty(), Sorts.ascending("_id"), 0, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(
                        Agency::id, agency -> agency, Objects::requireNonNullElse, LinkedHashMap::new));
    }

    private record Snapshot(Map<String, Agency> agencies, Instant until) {}
}
