/** Keywords of an article: phrases scored by how often and where they stand. */
@NullMarked
package dev.tidings.streams.enrich.keyword;

import org.jspecify.annotations.NullMarked;
