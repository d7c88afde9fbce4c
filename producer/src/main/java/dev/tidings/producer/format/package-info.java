/** What a file holds: one class per format in which articles come. Part of the API. */
@NullMarked
package dev.tidings.producer.format;

import org.jspecify.annotations.NullMarked;
