package jp.tsunagi.store;

import java.time.Instant;

/**
 * The right to do something alone for a while.
 *
 * @param name what it is for
 * @param owner who holds it
 * @param fence higher than that of every earlier holder: who writes with a lower one comes too late
 * @param until when it ends unless it is renewed
 */
public record Lease(String name, String owner, long fence, Instant until) {}
