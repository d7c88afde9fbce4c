/**
 * How every command takes its settings, from options, environment and file, and {@code tidings config}, which shows
 * them.
 */
@NullMarked
package dev.tidings.app.cli.settings;

import org.jspecify.annotations.NullMarked;
