/** {@code tidings status}: how an installation stands. */
@NullMarked
package dev.tidings.app.cli.status;

import org.jspecify.annotations.NullMarked;
