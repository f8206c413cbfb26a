package jp.tsunagi.integration.hub;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.integration.contract.UnreadableMessage;
import org.jspecify.annotations.Nullable;

/** The one place that decides what becomes of a message whose handling failed. */
final class FailureClassifier {

    /** What to do about a failure. */
    enum Verdict {
        /** No repetition will help: park it. */
        PERMANENT,
        /** It may work in a moment: roll back and let the broker count. */
        TRANSIENT,
        /** It will work when something is back: wait, count nothing. */
        UNAVAILABLE
    }

    /** Why a message is parked, in words that may be sent and logged. */
    record Reason(FailureCode code, @Nullable String rule, Map<String, String> fields) {

        /** What the sender is told. */
        String ruleForSender() {
            return rule == null ? code.code() : rule;
        }
    }

    private FailureClassifier() {}

    static Verdict verdict(@Nullable Throwable failure) {
        Throwable telling = telling(failure);
        if (telling instanceof HubUnavailable) {
            return Verdict.UNAVAILABLE;
        }
        return telling == null ? Verdict.TRANSIENT : Verdict.PERMANENT;
    }

    /** @throws IllegalArgumentException where the failure is not permanent */
    static Reason reason(@Nullable Throwable failure) {
        Throwable telling = telling(failure);
        if (telling instanceof UnreadableMessage unreadable) {
            return new Reason(unreadable.code(), null, unreadable.fields());
        }
        if (telling instanceof MessageRefused refused) {
            return new Reason(FailureCode.REFUSED, refused.rule(), refused.fields());
        }
        throw new IllegalArgumentException("Not a permanent failure");
    }

    /** The outermost throwable in the chain that says what to do; chains that bite their own tail end too. */
    private static @Nullable Throwable telling(@Nullable Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
            if (t instanceof UnreadableMessage || t instanceof MessageRefused || t instanceof HubUnavailable) {
                return t;
            }
        }
        return null;
    }

    /** The failure by its classes, outermost first: texts of exceptions may quote what they failed on. */
    static String name(@Nullable Throwable failure) {
        StringBuilder names = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
            names.append(names.isEmpty() ? "" : " < ").append(t.getClass().getSimpleName());
            StackTraceElement[] trace = t.getStackTrace();
            if (trace.length > 0) {
                names.append(" at ").append(trace[0].getClassName()).append(':').append(trace[0].getLineNumber());
            }
        }
        return names.toString();
    }
}
