package jp.tsunagi.secondfactor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of one account: one document, so that no two changes of them pass each other.
 *
 * @param id of the account
 * @param proposed the secret of an app that is being set up, and counts for nothing yet
 * @param app the secret of the app that counts
 * @param recovery codes on paper that are left
 */
record Factors(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.SECRET) @Nullable Proposed proposed,
        @Classified(FieldClass.SECRET) @Nullable App app,
        @Classified(FieldClass.SECRET) List<Recovery> recovery,
        @Classified(FieldClass.SECRET) List<Passkey> passkeys)
        implements Stored {

    private static final Duration PROPOSED_FOR = Duration.ofMinutes(15);

    Factors {
        recovery = List.copyOf(recovery);
        passkeys = List.copyOf(passkeys);
    }

    record Proposed(byte[] secret, Instant at) {}

    /** @param lastStep whose code was used last */
    record App(byte[] secret, long lastStep) {}

    /** A code of which only the hash is known. */
    record Recovery(String number, String hash) {}

    static Factors none(String account) {
        return new Factors(account, -1, null, null, List.of(), List.of());
    }

    boolean any() {
        return app != null || !passkeys.isEmpty();
    }

    Factors proposing(byte[] secret, Instant now) {
        return new Factors(id, version + 1, new Proposed(secret, now), app, recovery, passkeys);
    }

    /** The secret that is being set up; empty where it has waited too long. */
    Optional<byte[]> proposal(Instant now) {
        return Optional.ofNullable(proposed)
                .filter(there -> !there.at().plus(PROPOSED_FOR).isBefore(now))
                .map(Proposed::secret);
    }

    /** With the app that shows this code of the proposed secret; empty where it is none. */
    Optional<Factors> confirmed(String code, List<Recovery> fresh, Instant now) {
        Optional<byte[]> secret = proposal(now);
        OptionalLong step = secret.isPresent() ? Totp.step(secret.get(), code, now, -1) : OptionalLong.empty();
        return step.isPresent()
                ? Optional.of(new Factors(
                        id, version + 1, null, new App(secret.orElseThrow(), step.getAsLong()), fresh, passkeys))
                : Optional.empty();
    }

    /** With this code used up; empty where it counts for nothing. */
    Optional<Factors> used(String code, BiPredicate<String, String> matches, Instant now) {
        if (!RecoveryCodes.isCode(code)) {
            return usedOfApp(code, now);
        }
        return recovery.stream()
                .filter(there -> code.startsWith(there.number()))
                .filter(there -> matches.test(code, there.hash()))
                .findFirst()
                .map(this::without);
    }

    private Optional<Factors> usedOfApp(String code, Instant now) {
        OptionalLong step = app == null ? OptionalLong.empty() : Totp.step(app.secret(), code, now, app.lastStep());
        return app == null || step.isEmpty()
                ? Optional.empty()
                : Optional.of(new Factors(
                        id, version + 1, proposed, new App(app.secret(), step.getAsLong()), recovery, passkeys));
    }

    private Factors without(Recovery used) {
        List<Recovery> left = new ArrayList<>(recovery);
        left.remove(used);
        return new Factors(id, version + 1, proposed, app, left, passkeys);
    }

    Factors withRecovery(List<Recovery> fresh) {
        return new Factors(id, version + 1, proposed, app, fresh, passkeys);
    }

    /** With one passkey more. @param fresh recovery codes, where there were none */
    Factors with(Passkey made, List<Recovery> fresh) {
        List<Passkey> all = new ArrayList<>(passkeys);
        all.add(made);
        return new Factors(id, version + 1, proposed, app, fresh.isEmpty() ? recovery : fresh, all);
    }

    /** With a passkey as it is after its use. */
    Factors withUsed(Passkey used) {
        List<Passkey> all = passkeys.stream()
                .map(there -> there.id().equals(used.id()) ? used : there)
                .toList();
        return new Factors(id, version + 1, proposed, app, recovery, all);
    }

    /** Without the app; empty where a factor must be left and none would be. */
    Optional<Factors> withoutApp(boolean mustKeepOne) {
        return left(null, passkeys, mustKeepOne);
    }

    /** Without this passkey; empty where it is not there, or a factor must be left and none would be. */
    Optional<Factors> withoutPasskey(String passkey, boolean mustKeepOne) {
        List<Passkey> others =
                passkeys.stream().filter(there -> !there.id().equals(passkey)).toList();
        return others.size() == passkeys.size() ? Optional.empty() : left(app, others, mustKeepOne);
    }

    /** The codes on paper go with the last factor. */
    private Optional<Factors> left(@Nullable App kept, List<Passkey> others, boolean mustKeepOne) {
        boolean none = kept == null && others.isEmpty();
        return none && mustKeepOne
                ? Optional.empty()
                : Optional.of(new Factors(id, version + 1, null, kept, none ? List.of() : recovery, others));
    }

    /** Without any. */
    Factors emptied() {
        return new Factors(id, version + 1, null, null, List.of(), List.of());
    }

    @Override
    public String keyOwner() {
        return CaseKeys.HUB;
    }

    @Override
    public String toString() {
        return "Factors " + id;
    }
}
