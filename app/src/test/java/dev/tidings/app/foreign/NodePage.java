package dev.tidings.app.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The example of the page for Node's users, run as it would be when pasted, but for the addresses and the topic. */
final class NodePage {

    private static final Path PAGE = Installation.currentInstallation().home().resolve("docs/consumers/node.md");
    private static final Pattern EXAMPLE = Pattern.compile("```js\\n(.*?)```", Pattern.DOTALL);

    private NodePage() {}

    /** Returns the first line that the example prints of a topic that holds an article in Central Kurdish. */
    static String firstLine(LocalStack stack, String topic) throws IOException {
        Path folder = Files.createDirectories(NodeClient.FOLDER.resolve("page"));
        List<String> examples = EXAMPLE.matcher(Files.readString(PAGE, UTF_8))
                .results()
                .map(match -> match.group(1))
                .toList();
        Files.writeString(folder.resolve("codecs.js"), examples.get(0), UTF_8);
        Files.writeString(folder.resolve("service.js"), addressed(examples.get(1), stack, topic), UTF_8);
        Process process = new ProcessBuilder("node", "service.js")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            return CompletableFuture.supplyAsync(() -> firstOutput(process))
                    .orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } finally {
            process.destroyForcibly();
        }
    }

    /** What kafkajs says of itself stands on the same output, as JSON. */
    private static String firstOutput(Process process) {
        return process.inputReader(UTF_8)
                .lines()
                .filter(line -> !line.startsWith("{\"level\""))
                .findFirst()
                .orElse("");
    }

    private static String addressed(String example, LocalStack stack, String topic) {
        return example.replace("127.0.0.1:9092", stack.bootstrapServers())
                .replace("http://127.0.0.1:8081/apis/ccompat/v7", stack.registryUrl())
                .replace("tidings.enriched", topic)
                .replace("my-service", "page-" + topic);
    }
}
