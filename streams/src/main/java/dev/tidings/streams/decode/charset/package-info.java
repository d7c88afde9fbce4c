/**
 * What a candidate for a charset is and what it read, and the candidates that go by a name: what was declared, what
 * the markup says.
 */
@NullMarked
package dev.tidings.streams.decode.charset;

import org.jspecify.annotations.NullMarked;
