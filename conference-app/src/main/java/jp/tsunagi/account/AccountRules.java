package jp.tsunagi.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What a new account must look like. */
final class AccountRules {

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{1,39}");
    private static final int LONGEST_NAME = 60;
    private static final Set<Role> OUTSIDE_THE_CENTER =
            Set.of(Role.COUNSELLOR, Role.PARTICIPANT, Role.AGENCY_ADMINISTRATOR);

    private final Agencies agencies;
    private final Passwords passwords;

    AccountRules(Agencies agencies, Passwords passwords) {
        this.agencies = agencies;
        this.passwords = passwords;
    }

    /** A new account without fault. */
    record Checked(String login, String name, AgencyCode agency, String section, Set<Role> roles, String password) {

        @Override
        public String toString() {
            return "Checked";
        }
    }

    /** @throws Refused with rule {@code account.invalid}, naming every field that must be mended */
    Checked check(NewAccount wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        String login = login(wanted.login(), problems);
        String name = name(wanted.name(), problems);
        problems.addAll(passwords.problems("password", wanted.password(), login));
        Place place = place(wanted.agency(), wanted.section(), wanted.roles(), problems);
        if (!problems.isEmpty() || place == null || wanted.password() == null) {
            throw Refusal.invalid("account.invalid", problems);
        }
        return new Checked(login, name, place.agency(), place.section(), place.roles(), wanted.password());
    }

    /**
     * A new account but for its password.
     *
     * @throws Refused with rule {@code account.invalid}, naming every field that must be mended
     */
    Checked prepare(NewAccount wanted, AccountReach reach) {
        List<FieldProblem> problems = new ArrayList<>();
        String login = login(wanted.login(), problems);
        String name = name(wanted.name(), problems);
        Place place = place(wanted.agency(), wanted.section(), wanted.roles(), problems);
        requireWithin(reach, place, problems);
        if (!problems.isEmpty() || place == null) {
            throw Refusal.invalid("account.invalid", problems);
        }
        return new Checked(login, name, place.agency(), place.section(), place.roles(), "");
    }

    private static void requireWithin(AccountReach reach, @Nullable Place place, List<FieldProblem> problems) {
        if (place != null && !reach.covers(place.agency())) {
            problems.add(FieldProblem.of("agency", "not-own-agency"));
        }
    }

    /** A change without fault. */
    record Changed(String name, Place place) {}

    /** Where somebody works, as what. */
    record Place(AgencyCode agency, String section, Set<Role> roles) {}

    /** @throws Refused with rule {@code account.invalid}, naming every field that must be mended */
    Changed check(AccountChange wanted, AccountReach reach) {
        List<FieldProblem> problems = new ArrayList<>();
        String name = name(wanted.name(), problems);
        Place place = place(wanted.agency(), wanted.section(), wanted.roles(), problems);
        requireWithin(reach, place, problems);
        if (!problems.isEmpty() || place == null) {
            throw Refusal.invalid("account.invalid", problems);
        }
        return new Changed(name, place);
    }

    private @Nullable Place place(
            @Nullable String code, @Nullable String section, @Nullable Set<Role> given, List<FieldProblem> problems) {
        Set<Role> roles = given == null ? Set.of() : given;
        if (roles.isEmpty()) {
            problems.add(FieldProblem.of("roles", "required"));
        }
        Agency agency = agency(code, problems).orElse(null);
        if (agency == null) {
            return null;
        }
        boolean center = agency.kind() == AgencyKind.WOMENS_SUPPORT_CENTER;
        if (!center && !OUTSIDE_THE_CENTER.containsAll(roles)) {
            problems.add(FieldProblem.of("roles", "role-of-the-center"));
        } else if (center && roles.contains(Role.AGENCY_ADMINISTRATOR)) {
            problems.add(FieldProblem.of("roles", "role-of-an-agency"));
        }
        return new Place(agency.code(), section(agency, section, problems), roles);
    }

    static String login(@Nullable String given, List<FieldProblem> problems) {
        String login = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
        if (login.isEmpty()) {
            problems.add(FieldProblem.of("login", "required"));
        } else if (!LOGIN.matcher(login).matches()) {
            problems.add(FieldProblem.of("login", "login"));
        }
        return login;
    }

    static String name(@Nullable String given, List<FieldProblem> problems) {
        String name = given == null ? "" : given.strip();
        int length = name.codePointCount(0, name.length());
        if (name.isEmpty()) {
            problems.add(FieldProblem.of("name", "required"));
        } else if (length > LONGEST_NAME) {
            problems.add(FieldProblem.of("name", "too-long", LONGEST_NAME, length));
        } else if (name.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(FieldProblem.of("name", "control-characters"));
        }
        return name;
    }

    private Optional<Agency> agency(@Nullable String code, List<FieldProblem> problems) {
        if (code == null || code.isBlank()) {
            problems.add(FieldProblem.of("agency", "required"));
            return Optional.empty();
        }
        Optional<Agency> agency = agencies.find(code).filter(Agency::active);
        if (agency.isEmpty()) {
            problems.add(FieldProblem.of("agency", "unknown-agency"));
        }
        return agency;
    }

    private static String section(Agency agency, @Nullable String given, List<FieldProblem> problems) {
        if (given == null || given.isBlank()) {
            return agency.sections().isEmpty() ? "" : agency.sections().get(0);
        }
        if (!agency.hasSection(given.strip())) {
            problems.add(FieldProblem.of("section", "unknown-section"));
        }
        return given.strip();
    }
}
