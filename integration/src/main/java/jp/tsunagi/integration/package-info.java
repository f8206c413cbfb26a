/** What crosses agency boundaries. Knows nothing of the application that implements its ports, which may use all of it. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package jp.tsunagi.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
