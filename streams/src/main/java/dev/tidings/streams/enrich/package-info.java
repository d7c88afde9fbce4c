/**
 * Annotations of an article beyond its text and language, each by an {@link dev.tidings.streams.enrich.Enricher} of its
 * own.
 */
@NullMarked
package dev.tidings.streams.enrich;

import org.jspecify.annotations.NullMarked;
