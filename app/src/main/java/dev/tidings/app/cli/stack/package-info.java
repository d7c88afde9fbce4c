/** The local stack by command: {@code up}, {@code down}, {@code demo}. */
@NullMarked
package dev.tidings.app.cli.stack;

import org.jspecify.annotations.NullMarked;
