package dev.tidings.app.sink;

import dev.tidings.consumer.sink.SinkApplication;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A sink in a process of its own, so that it can be killed. */
final class SinkProcess implements AutoCloseable {

    private final Process process;

    private SinkProcess(Process process) {
        this.process = process;
    }

    /** Runs in the child: the prefix of the topics, then settings as key=value. */
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> flags = new java.util.HashMap<>();
        for (String setting : List.of(arguments).subList(1, arguments.length)) {
            flags.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        Settings settings = Settings.resolveAll(SinkSettings.ALL, SettingSources.of(flags));
        try (SinkApplication sink = SinkApplication.open(settings, Topics.of(arguments[0]))) {
            sink.start();
            sink.awaitEnd();
        }
    }

    static SinkProcess start(Topics topics, Map<String, String> flags, Path log) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                SinkProcess.class.getName(),
                topics.prefix()));
        flags.forEach((key, value) -> line.add(key + "=" + value));
        return new SinkProcess(new ProcessBuilder(line)
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
