package jp.tsunagi.secondfactor;

import java.util.List;
import jp.tsunagi.account.FactorGuard;
import org.springframework.stereotype.Component;

/** Draws recovery codes: printed for their owner, kept as slow hashes. */
@Component
class RecoveryKeeping {

    private final FactorGuard guard;

    RecoveryKeeping(FactorGuard guard) {
        this.guard = guard;
    }

    /** @param printed shown once */
    record Drawn(List<String> printed, List<Factors.Recovery> kept) {

        static final Drawn NONE = new Drawn(List.of(), List.of());

        @Override
        public String toString() {
            return "Drawn";
        }
    }

    Drawn draw() {
        List<String> codes = RecoveryCodes.draw();
        return new Drawn(
                codes.stream().map(RecoveryCodes::printed).toList(),
                codes.stream()
                        .map(code -> new Factors.Recovery(code.substring(0, 1), guard.hash(code)))
                        .toList());
    }
}
