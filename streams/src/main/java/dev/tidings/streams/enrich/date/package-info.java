/** Dates in texts of many languages and three calendars. */
@NullMarked
package dev.tidings.streams.enrich.date;

import org.jspecify.annotations.NullMarked;
