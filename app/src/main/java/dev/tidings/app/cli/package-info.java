/**
 * The command line: one class for each command, the options they share, exit codes and messages.
 *
 * <p>Start reading at {@link dev.tidings.app.cli.Tidings}.
 */
@NullMarked
package dev.tidings.app.cli;

import org.jspecify.annotations.NullMarked;
