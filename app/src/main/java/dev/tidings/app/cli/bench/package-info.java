/** The commands of {@code tidings bench}: what they measure stands in {@code app.bench}. */
@NullMarked
package dev.tidings.app.cli.bench;

import org.jspecify.annotations.NullMarked;
