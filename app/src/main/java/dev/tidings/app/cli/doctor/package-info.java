/** {@code tidings doctor} and its checks: the machine, the build, the servers. */
@NullMarked
package dev.tidings.app.cli.doctor;

import org.jspecify.annotations.NullMarked;
