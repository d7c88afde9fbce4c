/** Charsets from before Unicode, told by how well the letters fit an alphabet. */
@NullMarked
package dev.tidings.streams.decode.legacy;

import org.jspecify.annotations.NullMarked;
