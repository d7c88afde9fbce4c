/** The commands of {@code tidings eval}: what they measure stands in {@code app.eval}. */
@NullMarked
package dev.tidings.app.cli.eval;

import org.jspecify.annotations.NullMarked;
