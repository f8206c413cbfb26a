/** The hub's start. One sub-package per concept of the domain; see the module map in the README. */
@NullMarked
package jp.tsunagi;

import org.jspecify.annotations.NullMarked;
