/**
 * What the steps of the topologies cost for one article: analysis by step and enricher, sketches beside libraries,
 * deduplication.
 */
@NullMarked
package dev.tidings.bench.article;

import org.jspecify.annotations.NullMarked;
