/**
 * What happens when something fails: a record that cannot be processed becomes a dead letter, everything else stops the
 * thread, which is replaced as long as its budget lasts.
 */
@NullMarked
package dev.tidings.streams.failure;

import org.jspecify.annotations.NullMarked;
