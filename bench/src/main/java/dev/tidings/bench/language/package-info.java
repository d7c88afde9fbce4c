/** Tidings' language identification beside the libraries of the JVM, on the same texts in one process. */
@NullMarked
package dev.tidings.bench.language;

import org.jspecify.annotations.NullMarked;
