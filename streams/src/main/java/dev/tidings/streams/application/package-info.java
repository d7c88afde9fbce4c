/** Runs the topologies in one process: settings, start, readiness, end. Part of the API. */
@NullMarked
package dev.tidings.streams.application;

import org.jspecify.annotations.NullMarked;
