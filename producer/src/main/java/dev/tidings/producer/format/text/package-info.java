/** Formats of one article a file: plain text and web pages. */
@NullMarked
package dev.tidings.producer.format.text;

import org.jspecify.annotations.NullMarked;
