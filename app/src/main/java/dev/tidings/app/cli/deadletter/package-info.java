/** The commands of {@code tidings dlq}: dead letters listed and shown. */
@NullMarked
package dev.tidings.app.cli.deadletter;

import org.jspecify.annotations.NullMarked;
