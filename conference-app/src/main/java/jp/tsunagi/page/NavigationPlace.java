package jp.tsunagi.page;

import jp.tsunagi.account.Officer;

/** A place of the navigation that is there only for those who have something in it. Asked at every page. */
public interface NavigationPlace {

    /** Its name, as in {@code nav.<place>}. */
    String place();

    String path();

    boolean isFor(Officer officer);
}
