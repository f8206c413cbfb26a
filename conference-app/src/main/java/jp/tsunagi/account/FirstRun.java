package jp.tsunagi.account;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.agency.AgencyDraft;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.protection.BlindIndex;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Service;

/**
 * Names the Center and the first administrator of an empty hub, once. Whoever comes must know the code that the console
 * shows at the start: an address would prove nothing behind a proxy.
 *
 * <p>The claim is one document that only one can write; what follows from it is finished by whoever finds it unfinished,
 * so that a crash between the two leaves neither a hub without an administrator nor a second chance for another.
 */
@Service
class FirstRun {

    private static final String CLAIM = "first-run";
    private static final int CODE_DIGITS = 16;
    private static final int LONGEST_NAME = 100;

    private final SealedCollection<Claim> claims;
    private final Accounts accounts;
    private final Agencies agencies;
    private final Passwords passwords;
    private final BlindIndex blindIndex;
    private final Clock clock;
    private volatile boolean closed;

    FirstRun(
            MongoDatabase database,
            CaseKeys keys,
            Accounts accounts,
            Agencies agencies,
            Passwords passwords,
            BlindIndex blindIndex,
            Clock clock) {
        this.claims = SealedCollection.of(Claim.class, "firstRun", database, keys);
        this.accounts = accounts;
        this.agencies = agencies;
        this.passwords = passwords;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /** Whether nobody has set the hub up yet. */
    boolean open() {
        if (closed) {
            return false;
        }
        Optional<Claim> claim = claims.find(CLAIM);
        claim.filter(unfinished -> !unfinished.done()).ifPresent(this::finish);
        closed = claim.isPresent() || accounts.any();
        return !closed;
    }

    /** The code, the same on every node, in groups of four. It comes from the keys and is kept nowhere. */
    String code() {
        return blindIndex.token(CLAIM, "code").substring(0, CODE_DIGITS).replaceAll("(.{4})(?!$)", "$1-");
    }

    /**
     * Sets the hub up.
     *
     * @return what must be mended first; empty where it is done
     * @throws Refused with rule {@code not-found} where it had been done before
     */
    List<FieldProblem> complete(FirstRunForm form) {
        if (!open()) {
            throw Refusal.notFound();
        }
        List<FieldProblem> problems = problems(form);
        if (!problems.isEmpty()) {
            return problems;
        }
        Claim claim = new Claim(
                CLAIM,
                0,
                form.centerCode().strip(),
                form.centerName().strip(),
                form.login().strip().toLowerCase(Locale.ROOT),
                form.name().strip(),
                passwords.hash(form.password()),
                false,
                clock.instant());
        try {
            claims.insert(claim);
        } catch (SealedCollection.AlreadyThere e) {
            throw Refusal.notFound();
        }
        finish(claim);
        closed = true;
        return List.of();
    }

    private void finish(Claim claim) {
        if (agencies.findCenter().isEmpty()) {
            unlessDoneByAnother(
                    () -> agencies.add(
                            AgencyDraft.of(
                                    claim.centerCode(), claim.centerName(), "", AgencyKind.WOMENS_SUPPORT_CENTER),
                            Administration.SYSTEM),
                    () -> agencies.findCenter().isPresent());
        }
        AccountId administrator = new AccountId(Ids.derived(CLAIM, "administrator"));
        if (accounts.find(administrator).isEmpty()) {
            Agency center = agencies.center();
            AccountRules.Checked checked = new AccountRules.Checked(
                    claim.login(),
                    claim.name(),
                    center.code(),
                    center.sections().get(0),
                    Set.of(Role.ADMINISTRATOR),
                    "");
            unlessDoneByAnother(
                    () -> accounts.open(administrator.value(), checked, claim.passwordHash(), Administration.SYSTEM),
                    () -> accounts.find(administrator).isPresent());
        }
        try {
            claims.replace(claim.finished());
        } catch (SealedCollection.Stale e) {
            // Another node finished it.
        }
    }

    /** Whoever looks in while the claim is unfinished finishes it, too: what one of them made, the other finds. */
    private static void unlessDoneByAnother(Runnable step, BooleanSupplier done) {
        try {
            step.run();
        } catch (Refused | SealedCollection.AlreadyThere e) {
            if (!done.getAsBoolean()) {
                throw e;
            }
        }
    }

    private List<FieldProblem> problems(FirstRunForm form) {
        List<FieldProblem> problems = new ArrayList<>();
        checkCode(form.code(), problems);
        String centerCode = form.centerCode().strip();
        if (centerCode.isEmpty()) {
            problems.add(FieldProblem.of("centerCode", "required"));
        } else if (!AgencyCode.isCode(centerCode)) {
            problems.add(FieldProblem.of("centerCode", "agency-code"));
        } else if (agencies.find(centerCode).isPresent()) {
            problems.add(FieldProblem.of("centerCode", "taken"));
        }
        String centerName = form.centerName().strip();
        if (centerName.isEmpty()) {
            problems.add(FieldProblem.of("centerName", "required"));
        } else if (centerName.codePointCount(0, centerName.length()) > LONGEST_NAME
                || centerName.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(FieldProblem.of("centerName", "too-long", LONGEST_NAME));
        }
        String login = AccountRules.login(form.login(), problems);
        AccountRules.name(form.name(), problems);
        List<FieldProblem> password = passwords.problems("password", form.password(), login);
        problems.addAll(password);
        if (password.isEmpty() && !form.password().equals(form.passwordAgain())) {
            problems.add(FieldProblem.of("passwordAgain", "mismatch"));
        }
        return problems;
    }

    private void checkCode(String typed, List<FieldProblem> problems) {
        String digits = typed.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
        if (typed.isBlank()) {
            problems.add(FieldProblem.of("code", "required"));
        } else if (!MessageDigest.isEqual(
                digits.getBytes(StandardCharsets.UTF_8), code().replace("-", "").getBytes(StandardCharsets.UTF_8))) {
            problems.add(FieldProblem.of("code", "wrong"));
        }
    }

    record Claim(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.AGENCY) String centerCode,
            @Classified(FieldClass.AGENCY) String centerName,
            @Classified(FieldClass.OPERATION) String login,
            @Classified(FieldClass.STAFF) String name,
            @Classified(FieldClass.SECRET) String passwordHash,
            @Classified(FieldClass.OPERATION) boolean done,
            @Classified(FieldClass.OPERATION) Instant at)
            implements Stored {

        /** Without the hash: the account has it. */
        Claim finished() {
            return new Claim(id, version + 1, centerCode, centerName, login, name, "", true, at);
        }

        @Override
        public String keyOwner() {
            return CaseKeys.HUB;
        }

        @Override
        public String toString() {
            return "Claim";
        }
    }
}
