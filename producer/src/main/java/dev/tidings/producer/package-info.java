/**
 * The publisher of articles: start with {@link dev.tidings.producer.Publisher}. Inputs come from {@code source},
 * are read by {@code format} and written by {@code publish}.
 * Part of the API.
 */
@NullMarked
package dev.tidings.producer;

import org.jspecify.annotations.NullMarked;
