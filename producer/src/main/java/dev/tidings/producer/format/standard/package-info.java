/** The formats that Tidings reads. */
@NullMarked
package dev.tidings.producer.format.standard;

import org.jspecify.annotations.NullMarked;
