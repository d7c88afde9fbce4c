/** The articles of a benchmark: real files, variations of them, and texts made of the samples. */
@NullMarked
package dev.tidings.app.bench.text;

import org.jspecify.annotations.NullMarked;
