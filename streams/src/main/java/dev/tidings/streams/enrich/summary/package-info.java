/** The two sentences that sum an article up, and how long it takes to read. */
@NullMarked
package dev.tidings.streams.enrich.summary;

import org.jspecify.annotations.NullMarked;
