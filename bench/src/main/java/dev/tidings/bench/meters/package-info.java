/** What the meters of a process cost. */
@NullMarked
package dev.tidings.bench.meters;

import org.jspecify.annotations.NullMarked;
