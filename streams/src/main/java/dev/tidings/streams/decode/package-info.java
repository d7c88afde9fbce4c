/**
 * From bytes to text: finds the charset, counts what could not be read, keeps control characters out.
 *
 * <p>{@link dev.tidings.streams.decode.TextDecoder} asks an ordered list of candidates; another charset method is one
 * more {@link dev.tidings.streams.decode.charset.CharsetCandidate}.
 */
@NullMarked
package dev.tidings.streams.decode;

import org.jspecify.annotations.NullMarked;
