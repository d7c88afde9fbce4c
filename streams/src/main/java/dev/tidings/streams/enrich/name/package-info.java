/** People, organisations and places in texts of many languages, without a model. */
@NullMarked
package dev.tidings.streams.enrich.name;

import org.jspecify.annotations.NullMarked;
