/**
 * What officers show besides the password: codes of an authenticator app, passkeys, recovery codes; who must, and what
 * happens where somebody who must has none.
 */
@NullMarked
package jp.tsunagi.secondfactor;

import org.jspecify.annotations.NullMarked;
