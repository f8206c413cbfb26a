package jp.tsunagi.account;

/**
 * Told to whoever listens when two persons have reset an account: its password is gone, its sessions have ended, and what
 * else it signed in with should go, too. Told within the same call; whoever fails keeps the reset from being confirmed.
 */
public record AccountReset(AccountId account) {}
