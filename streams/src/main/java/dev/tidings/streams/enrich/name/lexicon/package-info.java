/** Names and words beside names that are known: gazetteer, demonyms, CLDR, forms of names. */
@NullMarked
package dev.tidings.streams.enrich.name.lexicon;

import org.jspecify.annotations.NullMarked;
