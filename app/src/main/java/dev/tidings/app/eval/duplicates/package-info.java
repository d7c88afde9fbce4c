/** How well duplicates are found in labelled articles: clusters, pairs, merges to read. */
@NullMarked
package dev.tidings.app.eval.duplicates;

import org.jspecify.annotations.NullMarked;
