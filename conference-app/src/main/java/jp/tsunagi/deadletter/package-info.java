/** Messages that could not be handled: kept as data that an operator looks at and sends again. */
@NullMarked
package jp.tsunagi.deadletter;

import org.jspecify.annotations.NullMarked;
