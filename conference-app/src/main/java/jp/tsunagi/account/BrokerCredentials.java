package jp.tsunagi.account;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.SignInAttempts.Counted;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The machine accounts of agencies that run a gateway: one per agency, named by its code, with a password for the broker
 * (and, in the demo, for the API). A machine is never a person where two persons are asked for.
 */
@Service
public class BrokerCredentials {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GENERATED_BYTES = 24;

    private final SealedCollection<Credential> credentials;
    private final Agencies agencies;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Administration administration;
    private final Clock clock;

    BrokerCredentials(
            MongoDatabase database,
            CaseKeys keys,
            Agencies agencies,
            Passwords passwords,
            SignInAttempts attempts,
            Administration administration,
            Clock clock) {
        this.credentials = SealedCollection.of(Credential.class, "gatewayCredentials", database, keys);
        this.agencies = agencies;
        this.passwords = passwords;
        this.attempts = attempts;
        this.administration = administration;
        this.clock = clock;
    }

    /**
     * Whether this is the password of that agency's machine account. Unknown users take the same time and are locked in
     * the same way as known ones; while locked, the right password is refused too.
     *
     * @param user code of the agency, as the client gave it; anything at all
     */
    public boolean authenticate(String user, String password) {
        return signIn(user, password, null).isPresent();
    }

    /** The machine account of this agency; empty where the agency is not active or has no credential. */
    public Optional<Officer> gateway(AgencyCode agency) {
        return credentials
                .find(idOf(agency).value())
                .flatMap(credential -> agencies.find(agency))
                .filter(Agency::active)
                .map(BrokerCredentials::machine);
    }

    /** The machine account of this id, where the id is one. */
    Optional<Officer> gateway(AccountId id) {
        return credentials.find(id.value()).flatMap(credential -> gateway(credential.agency()));
    }

    boolean isGateway(String user) {
        return AgencyCode.isCode(user)
                && credentials.find(idOf(new AgencyCode(user)).value()).isPresent();
    }

    Optional<Officer> signIn(String user, String password, @Nullable String address) {
        Counted login = Counted.gateway(user);
        Counted source = address == null ? null : Counted.address(address);
        boolean open = !attempts.locked(login) && (source == null || !attempts.locked(source));
        Optional<Credential> credential = AgencyCode.isCode(user)
                ? credentials.find(idOf(new AgencyCode(user)).value())
                : Optional.empty();
        boolean right =
                passwords.matches(password, credential.map(Credential::hash).orElse(null));
        if (right && open && !attempts.locked(login)) {
            attempts.forget(login);
            return gateway(new AgencyCode(user));
        }
        if (open) {
            attempts.failed(login);
            if (source != null) {
                attempts.failed(source);
            }
        }
        return Optional.empty();
    }

    /**
     * Gives the agency's machine account a new password, which is shown this once; the former one is refused from now on.
     *
     * @param administrator account id, or {@code system}
     * @throws Refused with rule {@code agency.unknown}
     */
    public String rotate(AgencyCode agency, String administrator) {
        byte[] bytes = new byte[GENERATED_BYTES];
        RANDOM.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        set(agency, password, administrator);
        return password;
    }

    /**
     * Sets the password of the agency's machine account.
     *
     * @param administrator account id, or {@code system}
     * @throws Refused with rule {@code agency.unknown} or {@code account.password}
     */
    public void set(AgencyCode agency, String password, String administrator) {
        agencies.requireActive(agency.value(), "agency");
        List<FieldProblem> problems = passwords.problems("password", password, agency.value());
        if (!problems.isEmpty()) {
            throw Refusal.invalid("account.password", problems);
        }
        String hash = passwords.hash(password);
        String id = idOf(agency).value();
        administration.audited("gateway.password", administrator, id, List.of(agency.value()), () -> {
            write(id, agency, hash);
            return id;
        });
        attempts.forget(Counted.gateway(agency.value()));
    }

    private void write(String id, AgencyCode agency, String hash) {
        try {
            Optional<Credential> there = credentials.find(id);
            long version = there.map(Credential::version).orElse(-1L) + 1;
            Credential credential = new Credential(id, version, agency, hash, clock.instant());
            if (there.isEmpty()) {
                credentials.insert(credential);
            } else {
                credentials.replace(credential);
            }
        } catch (SealedCollection.Stale | SealedCollection.AlreadyThere e) {
            throw Refusal.conflict("version.stale");
        }
    }

    private static Officer machine(Agency agency) {
        Role role =
                switch (agency.kind()) {
                    case MUNICIPALITY,
                            PRIVATE_SHELTER,
                            WELFARE_OFFICE,
                            SELF_RELIANCE_FACILITY,
                            MOTHER_AND_CHILD_FACILITY -> Role.COUNSELLOR;
                    default -> Role.PARTICIPANT;
                };
        String section = agency.sections().isEmpty() ? "" : agency.sections().get(0);
        return new Officer(idOf(agency.code()), agency.name(), agency.code(), section, Set.of(role), false, false);
    }

    private static AccountId idOf(AgencyCode agency) {
        return new AccountId(Ids.derived("gateway", agency.value()));
    }

    record Credential(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.AGENCY) AgencyCode agency,
            @Classified(FieldClass.SECRET) String hash,
            @Classified(FieldClass.OPERATION) Instant changed)
            implements Stored {

        @Override
        public String keyOwner() {
            return CaseKeys.HUB;
        }

        @Override
        public String toString() {
            return "Credential " + id;
        }
    }
}
