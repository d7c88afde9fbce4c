/**
 * The article of a web page: what the page says about itself, and its paragraphs by their density.
 *
 * <p>{@link dev.tidings.streams.extract.html.HtmlExtractor} puts the parts together. No request is ever made.
 */
@NullMarked
package dev.tidings.streams.extract.html;

import org.jspecify.annotations.NullMarked;
