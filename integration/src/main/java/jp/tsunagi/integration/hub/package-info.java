/** The hub's flows, one route builder each, and the ports through which they reach the application. */
@NullMarked
package jp.tsunagi.integration.hub;

import org.jspecify.annotations.NullMarked;
