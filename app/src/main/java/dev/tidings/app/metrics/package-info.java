/**
 * What a process lets monitoring know: meters in the words of Prometheus, and whether it lives and is ready, over HTTP.
 * The one place that knows the library of the meters.
 */
@NullMarked
package dev.tidings.app.metrics;

import org.jspecify.annotations.NullMarked;
