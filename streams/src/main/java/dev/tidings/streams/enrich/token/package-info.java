/** The words, numbers and signs of a text, read once for all enrichers. */
@NullMarked
package dev.tidings.streams.enrich.token;

import org.jspecify.annotations.NullMarked;
