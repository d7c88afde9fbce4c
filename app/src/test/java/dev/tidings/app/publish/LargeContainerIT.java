package dev.tidings.app.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.fault.FaultSeries;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.schemas.Topics;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A container of a million articles, published and waited for by a process of 256 MB of heap, twice. */
@ExtendWith(LocalStackExtension.class)
@FaultSeries
class LargeContainerIT {

    private static final int ARTICLES = Integer.getInteger("tidings.test.faults.container", 1_000_000);

    @TempDir
    Path temporary;

    @Test
    void aMillionArticlesAndTheirVerdictsNeedNoMoreMemoryThanAFew(LocalStack stack, Topics topics) throws Exception {
        Path container = Files.createDirectory(temporary.resolve("news")).resolve("a.many");
        writeIds(container, 0);
        String prefix = topics.prefix();

        assertThat(publish(stack, prefix, container))
                .endsWith(ARTICLES + " published, 0 unchanged, " + ARTICLES + " undecided\n");
        writeIds(container, 1);
        // All of before are on their way still, the one that the container has lost among them.
        assertThat(publish(stack, prefix, container))
                .endsWith("1 published, " + (ARTICLES - 1) + " unchanged, " + (ARTICLES + 1) + " undecided\n");
    }

    private static void writeIds(Path container, int first) throws IOException {
        try (BufferedWriter ids = Files.newBufferedWriter(container)) {
            for (int id = first; id < first + ARTICLES; id++) {
                ids.write(id + "\n");
            }
        }
    }

    private static String publish(LocalStack stack, String prefix, Path container)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeContainerIT.class.getName(),
                        stack.addresses().get("bootstrap.servers"),
                        stack.addresses().get("schema.registry.url"),
                        prefix,
                        container.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Publishes and waits; arguments: Kafka, registry, prefix of the topics, container. */
    public static void main(String[] arguments) {
        PublisherRun publisherRun = new PublisherRun(
                Map.of(
                        "bootstrap.servers",
                        arguments[0],
                        "schema.registry.url",
                        arguments[1],
                        "publish.batch.articles",
                        "5000",
                        "publish.wait.timeout.ms",
                        "100"),
                Topics.of(arguments[2]));
        PublishRequest request = PublishRequest.of(List.of(Path.of(arguments[3])), Optional.empty())
                .awaitingVerdicts();
        try (Publisher publisher = Publisher.open(
                publisherRun.settings(), publisherRun.topics(), GeneratedFormat.FORMATS, Clock.systemUTC())) {
            PublishSummary summary = publisher.publishInputs(request, PublishListener.NONE);
            System.out.println(summary.published() + " published, " + summary.unchanged() + " unchanged, "
                    + summary.undecided() + " undecided");
        }
    }
}
