/** Where documents are kept: MongoDB, or its embedded stand-in made safe. Knows nothing of what the documents mean. */
@NullMarked
package jp.tsunagi.store;

import org.jspecify.annotations.NullMarked;
