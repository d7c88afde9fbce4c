/** Words and sentences by the rules of Unicode (UAX 29), as ICU implements them. */
@NullMarked
package dev.tidings.text.segment;

import org.jspecify.annotations.NullMarked;
