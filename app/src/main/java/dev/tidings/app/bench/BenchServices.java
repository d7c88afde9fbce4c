package dev.tidings.app.bench;

import dev.tidings.app.stack.JavaCommand;
import dev.tidings.app.stack.Service;

/**
 * The programs of a benchmark.
 *
 * @param streams the topologies
 * @param sink the sink
 * @param passThrough runs {@link PassThroughTopology}
 * @param publisher answers on standard output to lines {@code source TAB folder} on standard input, each when the
 *     folder is published, by the number of its articles
 */
public record BenchServices(Service streams, Service sink, Service passThrough, JavaCommand publisher) {}
