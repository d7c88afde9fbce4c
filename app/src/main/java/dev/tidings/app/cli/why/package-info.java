/** {@code tidings why}: the reasons of a verdict, in words and for programs. */
@NullMarked
package dev.tidings.app.cli.why;

import org.jspecify.annotations.NullMarked;
