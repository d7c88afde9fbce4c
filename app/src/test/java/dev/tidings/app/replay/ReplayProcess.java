package dev.tidings.app.replay;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsSettings;
import dev.tidings.streams.replay.plan.ReplayRequest;
import dev.tidings.streams.replay.run.ReplayListener;
import dev.tidings.streams.replay.run.Replays;
import dev.tidings.streams.topology.dedup.DedupSettings;
import dev.tidings.streams.topology.stories.StoriesSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A replay in a process of its own, so that it can be killed. */
final class ReplayProcess implements AutoCloseable {

    static final List<Setting<?>> KNOWN = Stream.of(StreamsSettings.ALL, DedupSettings.ALL, StoriesSettings.ALL)
            .flatMap(Collection::stream)
            .toList();

    private final Process process;

    private ReplayProcess(Process process) {
        this.process = process;
    }

    /** Runs in the child: the prefix of the topics, the name of the run, then settings as key=value. */
    public static void main(String[] arguments) {
        Map<String, String> flags = new HashMap<>();
        for (String setting : List.of(arguments).subList(2, arguments.length)) {
            flags.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        Settings settings = Settings.resolveAll(KNOWN, SettingSources.of(flags));
        try (Replays replays = Replays.open(settings, Topics.of(arguments[0]))) {
            replays.runReplay(everything(arguments[1]), ReplayListener.NONE);
        }
    }

    static ReplayRequest everything(String run) {
        return new ReplayRequest(run, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ReplayProcess start(Topics topics, String run, Map<String, String> flags, Path log) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ReplayProcess.class.getName(),
                topics.prefix(),
                run));
        flags.forEach((key, value) -> line.add(key + "=" + value));
        return new ReplayProcess(new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it as kill -9 does and returns the exit value that the system reports. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
