package jp.tsunagi.outbox;

/**
 * A collection whose documents hold an outbox: fields {@code outbox}, {@code pending}, {@code sentThrough}, {@code caseId}
 * and {@code version}.
 *
 * @param collection its name
 */
public record OutboxSource(String collection) {}
