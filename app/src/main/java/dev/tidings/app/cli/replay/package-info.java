/** The commands of {@code tidings replay}: runs started, listed and dropped. */
@NullMarked
package dev.tidings.app.cli.replay;

import org.jspecify.annotations.NullMarked;
