/**
 * The coming and going of staff: people are invited and choose their own password, an account is reset by two persons, and
 * once a year each account is looked at. Nobody ever knows another person's password.
 */
@NullMarked
package jp.tsunagi.staff;

import org.jspecify.annotations.NullMarked;
