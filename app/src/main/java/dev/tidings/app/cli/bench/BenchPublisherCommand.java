package dev.tidings.app.cli.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code tidings bench-publisher}: the publisher of the benchmark, which stays between publishes as a service would.
 * Ends with its standard input.
 */
@Command(name = BenchPublisherCommand.NAME, hidden = true, description = "Publish folders named on standard input.")
public final class BenchPublisherCommand implements Callable<Integer> {
    static final String NAME = "bench-publisher";

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    public BenchPublisherCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = connection.resolveSettings(console);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        try (Publisher publisher = Publisher.open(settings, ConnectionSettings.topics(settings), Clock.systemUTC())) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                console.out().println(publishFolder(publisher, order.split("\t", 2)));
                console.out().flush();
            }
        }
        return ExitCode.OK.code();
    }

    private static long publishFolder(Publisher publisher, String[] order) {
        PublishRequest request = PublishRequest.of(List.of(Path.of(order[1])), Optional.of(order[0]));
        return publisher.publishInputs(request, PublishListener.NONE).published();
    }
}
