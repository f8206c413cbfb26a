/** What crosses agency boundaries. Knows nothing of the application that implements its ports. */
@NullMarked
package jp.tsunagi.integration;

import org.jspecify.annotations.NullMarked;
