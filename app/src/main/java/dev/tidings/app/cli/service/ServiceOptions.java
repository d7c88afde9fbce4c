package dev.tidings.app.cli.service;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of a command that works until it is stopped. */
public final class ServiceOptions {
    public static final String READY_FILE = "--ready-file";

    @Option(
            names = "--instance",
            paramLabel = "NAME",
            description = "Name of this process among those that share the work (default: the setting's).")
    Optional<String> instance = Optional.empty();

    @Option(names = READY_FILE, hidden = true, description = "File that exists while the service is ready.")
    public Optional<Path> readyFile = Optional.empty();
}
