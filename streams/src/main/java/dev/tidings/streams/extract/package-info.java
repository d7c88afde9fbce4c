/**
 * From a document to an article: its text cut into blocks with roles, its title, its body, its address.
 *
 * <p>{@link dev.tidings.streams.extract.Extractors} chooses by media type; another format is one more
 * {@link dev.tidings.streams.extract.Extractor}.
 */
@NullMarked
package dev.tidings.streams.extract;

import org.jspecify.annotations.NullMarked;
