package jp.tsunagi.page;

import jp.tsunagi.account.Officer;

/** How much waits for an officer at one place of the navigation. */
public interface NavigationCount {

    /** Name of the place, as in {@code nav.<place>}. */
    String place();

    long of(Officer officer);
}
