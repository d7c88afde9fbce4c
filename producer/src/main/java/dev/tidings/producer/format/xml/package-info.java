/**
 * Formats of XML: split into the elements that are articles, in a stream and on the bytes. No entity is resolved, so there
 * is nothing that a document type could make a reader fetch or unfold.
 */
@NullMarked
package dev.tidings.producer.format.xml;

import org.jspecify.annotations.NullMarked;
