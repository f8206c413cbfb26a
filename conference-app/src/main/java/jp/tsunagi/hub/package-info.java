/** Where the hub is put together: what the broker and the routes need of the application, and whether all is up. */
@NullMarked
package jp.tsunagi.hub;

import org.jspecify.annotations.NullMarked;
