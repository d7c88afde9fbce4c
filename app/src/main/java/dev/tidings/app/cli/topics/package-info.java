/** {@code tidings topics}: the topics as they stand on the broker. */
@NullMarked
package dev.tidings.app.cli.topics;

import org.jspecify.annotations.NullMarked;
