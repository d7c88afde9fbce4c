/** What a file holds: one class per format in which articles come. */
@NullMarked
package dev.tidings.producer.format;

import org.jspecify.annotations.NullMarked;
