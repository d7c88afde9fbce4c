/** The encodings of Unicode, told by the bytes themselves. */
@NullMarked
package dev.tidings.streams.decode.unicode;

import org.jspecify.annotations.NullMarked;
