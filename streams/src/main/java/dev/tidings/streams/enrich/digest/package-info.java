/** What an article is about in short: keywords, two sentences, reading time. */
@NullMarked
package dev.tidings.streams.enrich.digest;

import org.jspecify.annotations.NullMarked;
