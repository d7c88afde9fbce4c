/** What an incoming text tells that was not told before: text that was added, facts that are others. */
@NullMarked
package dev.tidings.streams.dedup.change;

import org.jspecify.annotations.NullMarked;
