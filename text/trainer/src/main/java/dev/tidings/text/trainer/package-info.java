/** Makes the model of the language identifier from public text, byte for byte the same each time. */
@NullMarked
package dev.tidings.text.trainer;

import org.jspecify.annotations.NullMarked;
