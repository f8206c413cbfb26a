package jp.tsunagi.disclosure;

/**
 * A legal basis to choose, as the office words it.
 *
 * @param code kept and sent; the words may change
 * @param outlastsNo whether it may be chosen although she said no
 * @param provision whether the provision or the order is written down with it
 */
record Basis(String code, boolean outlastsNo, boolean provision, String ja, String en) {}
