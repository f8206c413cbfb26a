package jp.tsunagi.audit;

/** Writes the audit chain (design decision 6). Fails closed: where it throws, nothing may leave and nothing be written. */
public interface AuditTrail {

    /**
     * Appends an entry and returns when it is durable.
     *
     * @throws jp.tsunagi.shared.Refused with rule {@code audit.unavailable} where it cannot be written
     */
    void record(AuditEvent event);
}
