/** Plain text in which archives of the press deliver many articles. */
@NullMarked
package dev.tidings.producer.format.press;

import org.jspecify.annotations.NullMarked;
