/** The checks of {@code tidings doctor}: the machine, the build, the servers. */
@NullMarked
package dev.tidings.app.cli.doctor;

import org.jspecify.annotations.NullMarked;
