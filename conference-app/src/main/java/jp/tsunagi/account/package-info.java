/** The people who work with the system: their accounts, roles, sign-in, and the director's deputy. */
@NullMarked
package jp.tsunagi.account;

import org.jspecify.annotations.NullMarked;
