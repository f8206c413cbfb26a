package jp.tsunagi.account;

/**
 * A module that knows of work which hangs on one person: it declares a bean of this type. Before an account is closed its
 * administrator is told how much there is, and nothing of it.
 */
public interface OpenWork {

    long of(AccountId account);
}
