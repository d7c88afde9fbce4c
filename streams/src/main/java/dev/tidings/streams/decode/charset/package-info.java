/**
 * One method to find a charset and its result, and the methods that go by a name: the declared charset, the charset of
 * the markup.
 */
@NullMarked
package dev.tidings.streams.decode.charset;

import org.jspecify.annotations.NullMarked;
