/** How long-lived processes write their logs: as lines for people or JSON, to standard error or a file that rotates. */
@NullMarked
package dev.tidings.app.logging;

import org.jspecify.annotations.NullMarked;
