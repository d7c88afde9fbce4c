/** Which language and script a text is written in. */
@NullMarked
package dev.tidings.text.language;

import org.jspecify.annotations.NullMarked;
