/** Waiting for what becomes of published articles. */
@NullMarked
package dev.tidings.producer.publish.verdict;

import org.jspecify.annotations.NullMarked;
