package jp.tsunagi.account;

/**
 * Told to whoever listens when two persons have reset an account: its password is gone, its sessions have ended, and what
 * else it signed in with should go, too. Told within the same call; whoever fails keeps the reset from being confirmed.
 *
 * @param actor account id of the second person, who confirmed it
 */
public record AccountReset(AccountId account, String actor) {}
