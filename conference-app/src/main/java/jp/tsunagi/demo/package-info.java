/** What only the profile {@code demo} has: fictitious people to play a whole conference with. */
@NullMarked
package jp.tsunagi.demo;

import org.jspecify.annotations.NullMarked;
