package dev.tidings.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The processor time of the threads of a process, as the system counts it; empty where there is no {@code /proc}.
 * Immutable.
 */
final class ThreadTimes {
    private static final ThreadTimes NONE = new ThreadTimes(Map.of());
    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler.*|JVMCI.*|Sweeper.*");
    private static final Pattern GARBAGE = Pattern.compile("VM Thread|GC Thread.*|G1 .*|ZDirector.*|ZWorker.*");
    private static final Pattern NUMBER = Pattern.compile("[-_ #:|]*\\d*[-_ #:|]*$");

    private record Spent(String name, long nanos) {}

    private final Map<String, Spent> threads;

    private ThreadTimes(Map<String, Spent> threads) {
        this.threads = threads;
    }

    static ThreadTimes ofProcess(long pid) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            Map<String, Spent> threads = new HashMap<>();
            tasks.forEach(task -> readThread(task)
                    .ifPresent(spent -> threads.put(task.getFileName().toString(), spent)));
            return new ThreadTimes(threads);
        } catch (IOException noSuchProcess) {
            return NONE;
        }
    }

    /**
     * Returns nanoseconds since an earlier reading by what threads are for: the system's names of them (15 characters)
     * without numbers, one name for all compilers and one for all that collect garbage. What threads took that have
     * ended meanwhile is missing.
     */
    Map<String, Long> nanosSince(ThreadTimes before) {
        Map<String, Long> nanos = new TreeMap<>();
        threads.forEach((id, spent) -> {
            Spent former = before.threads.getOrDefault(id, new Spent("", 0));
            nanos.merge(purpose(spent.name()), spent.nanos() - former.nanos(), Long::sum);
        });
        return nanos;
    }

    /** What a thread of that name is for. */
    static String purpose(String name) {
        if (COMPILER.matcher(name).matches()) {
            return "compiler";
        }
        UnaryOperator<String> plain = given -> NUMBER.matcher(given).replaceFirst("");
        return GARBAGE.matcher(name).matches() ? "garbage" : plain.apply(name);
    }

    private static Optional<Spent> readThread(Path task) {
        try {
            String times = Files.readString(task.resolve("schedstat"));
            return Optional.of(new Spent(
                    Files.readString(task.resolve("comm")).strip(),
                    Long.parseLong(times.substring(0, times.indexOf(' ')))));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
