/** What every command talks through: streams, exit codes, one-line messages, times that people give, Ctrl-C. */
@NullMarked
package dev.tidings.app.cli.console;

import org.jspecify.annotations.NullMarked;
