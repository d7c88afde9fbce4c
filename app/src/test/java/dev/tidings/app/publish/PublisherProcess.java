package dev.tidings.app.publish;

import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.schemas.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A publisher in a process of its own, to be killed: says a line for every input that has ended. */
final class PublisherProcess {

    private final Process process;
    private final BufferedReader lines;

    private PublisherProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    /** Starts one that publishes a folder in small transactions. */
    static PublisherProcess start(PublisherRun publisherRun, String topicPrefix, Path folder) throws IOException {
        return new PublisherProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublisherProcess.class.getName(),
                        publisherRun.flags().get("bootstrap.servers"),
                        publisherRun.flags().get("schema.registry.url"),
                        topicPrefix,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Kills it as soon as it has published so many; false when it came to its end before that. */
    boolean killAfter(int published) throws IOException, InterruptedException {
        for (int seen = 0; seen < published; ) {
            String line = lines.readLine();
            if (line == null) {
                return false;
            }
            seen += line.equals("PUBLISHED") ? 1 : 0;
        }
        process.destroyForcibly();
        return process.waitFor() == 128 + 9;
    }

    /** Publishes; arguments: Kafka, registry, prefix of the topics, folder. */
    public static void main(String[] arguments) {
        PublisherRun publisherRun = new PublisherRun(
                Map.of(
                        "bootstrap.servers", arguments[0],
                        "schema.registry.url", arguments[1],
                        "publish.batch.articles", "20"),
                Topics.of(arguments[2]));
        PublishListener listener = new PublishListener() {
            @Override
            public void inputEnded(PublishOutcome outcome) {
                try {
                    System.out.write((outcome.outcome() + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    System.out.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        publisherRun.publish(listener, PublishRequest.of(List.of(Path.of(arguments[3])), Optional.empty()));
    }
}
