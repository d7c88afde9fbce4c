/** The topology: what happens to a record, each application readable on one page. */
@NullMarked
package dev.tidings.streams.topology;

import org.jspecify.annotations.NullMarked;
