/** Addresses, who may use them, and the embedded broker that enforces it. */
@NullMarked
package jp.tsunagi.integration.broker;

import org.jspecify.annotations.NullMarked;
