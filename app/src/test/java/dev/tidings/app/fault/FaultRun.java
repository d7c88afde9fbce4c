package dev.tidings.app.fault;

import dev.tidings.app.fault.Scenario.Place;
import dev.tidings.app.fault.ledger.Undisturbed;
import dev.tidings.app.fault.stack.Machine;
import dev.tidings.app.fault.stack.Pipeline;
import dev.tidings.app.fault.stack.Program;
import dev.tidings.app.fault.stack.Servers;
import dev.tidings.app.stack.Patience;
import dev.tidings.kafka.settings.DataLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All scenarios in a process of its own, which may have a network and mounts of its own: writes a line for each as soon
 * as it has ended.
 */
final class FaultRun implements AutoCloseable {

    /** Where something has to be lost, the end is not worth a wait of minutes. */
    private static final Duration LOSS_IS_CERTAIN = Duration.ofMinutes(1);

    private final Path folder;
    private final Path results;
    private int arenas;
    private @Nullable Place place;
    private @Nullable Servers servers;
    private @Nullable Arena arena;

    private FaultRun(Path folder, Path results) {
        this.folder = folder;
        this.results = results;
    }

    /** Arguments: folder of the data, file of the results, names of the scenarios. */
    public static void main(String[] arguments) throws IOException {
        endWithParent();
        Set<String> names = Set.copyOf(List.of(arguments).subList(2, arguments.length));
        try (FaultRun run = new FaultRun(Path.of(arguments[0]), Path.of(arguments[1]))) {
            for (Scenario scenario : Scenario.all()) {
                if (names.contains(scenario.name())) {
                    run.play(scenario);
                }
            }
        }
        Runtime.getRuntime().halt(0);
    }

    /** Whoever started this holds its standard input; where that ends, nobody waits for the results any more. */
    private static void endWithParent() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nothing is expected.
                }
            } catch (IOException e) {
                // The same.
            }
            Runtime.getRuntime().exit(1);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private void play(Scenario scenario) throws IOException {
        long begin = System.nanoTime();
        Row row = scenario.obstacle()
                .get()
                .map(reason -> Row.skipped(scenario, reason))
                .orElseGet(() -> attempt(scenario));
        Files.writeString(results, row.toLine() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.println(row.toMarkdown() + " " + (System.nanoTime() - begin) / 1_000_000_000 + " s");
        if (row.status() == Row.Status.FAILED) {
            // What is left may be anything, and would spoil the next.
            closeArena();
            closeServers();
        }
    }

    private Row attempt(Scenario scenario) {
        try {
            Arena stage = arenaFor(scenario);
            stage.begin(scenario.name());
            scenario.script().play(stage);
            return judged(scenario, stage.end(scenario.place() == Place.CONTROL ? LOSS_IS_CERTAIN : Patience.LIMIT));
        } catch (Exception | AssertionError e) {
            e.printStackTrace(System.out);
            return Row.failed(scenario, e.toString());
        }
    }

    private static Row judged(Scenario scenario, Arena.Outcome outcome) {
        boolean isControl = scenario.place() == Place.CONTROL;
        List<String> complaints = new java.util.ArrayList<>(outcome.complaints());
        outcome.differences().stream().limit(3).forEach(complaints::add);
        complaints.forEach(complaint -> System.out.println("  " + complaint));
        boolean fired = outcome.fired() >= scenario.faults();
        boolean right = isControl ? !outcome.audit().complaints().isEmpty() : complaints.isEmpty();
        return new Row(
                scenario.name(),
                scenario.promise(),
                fired && right ? Row.Status.PROVED : Row.Status.FAILED,
                outcome.fired(),
                scenario.faults(),
                outcome.ids(),
                outcome.audit().lost().size(),
                outcome.audit().doubled().size(),
                outcome.differences().isEmpty() ? "yes" : "no",
                outcome.pause().toMillis(),
                right ? (fired ? "" : "too few faults") : String.join("; ", complaints));
    }

    private Arena arenaFor(Scenario scenario) {
        Place wanted = scenario.place();
        if (wanted != place || arena == null) {
            closeArena();
            if (servers == null || (wanted == Place.THREE) != (servers.brokers().size() == 3)) {
                closeServers();
                Path data = folder.resolve("servers-" + arenas);
                servers = wanted == Place.THREE ? Servers.startThree(data) : Servers.startLone(data);
            }
            place = wanted;
            arena = newArena(servers, wanted);
        }
        return arena;
    }

    private Arena newArena(Servers there, Place wanted) {
        String prefix = arenas++ == 0 ? "tidings" : "tidings" + arenas;
        Path data = folder.resolve(prefix);
        DataLayout.claim(data);
        Machine.mountDisk(data.resolve("state"));
        Machine.mountDisk(data.resolve("store"));
        Program program = wanted == Place.UPGRADE ? OtherVersions.before() : Program.current();
        Map<String, String> more = wanted == Place.CONTROL ? OtherVersions.AT_LEAST_ONCE : Map.of();
        Pipeline pipeline = new Pipeline(there, program, prefix, data, more);
        UnaryOperator<String> form = wanted == Place.UPGRADE ? Undisturbed::withoutVersions : UnaryOperator.identity();
        return new Arena(there, pipeline, folder.resolve("undisturbed-" + prefix), form);
    }

    private void closeArena() {
        Optional.ofNullable(arena).ifPresent(Arena::close);
        arena = null;
    }

    private void closeServers() {
        Optional.ofNullable(servers).ifPresent(Servers::close);
        servers = null;
    }

    @Override
    public void close() {
        closeArena();
        closeServers();
    }
}
