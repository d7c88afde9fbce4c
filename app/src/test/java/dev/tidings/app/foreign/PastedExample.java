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

/** Examples of the pages for consumers, run as they would be when pasted, but for the addresses and the topic. */
final class PastedExample {

    private static final Path PAGES = Installation.currentInstallation().home().resolve("docs/consumers");

    private PastedExample() {}

    /** Returns the examples in one language of a page, as they stand there. */
    static List<String> ofPage(String page, String language) throws IOException {
        return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGES.resolve(page), UTF_8))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Returns an example with the addresses of a stack, a topic of it, and a group that is new. */
    static String addressed(String example, LocalStack stack, String topic, String group) {
        return example.replace("127.0.0.1:9092", stack.bootstrapServers())
                .replace("http://127.0.0.1:8081/apis/ccompat/v7", stack.registryUrl())
                .replace("tidings.enriched", topic)
                .replace("my-service", group);
    }

    /** Runs a program until its first line that tells of an article, and returns that; all it said if there is none. */
    static String firstArticle(Path folder, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            return CompletableFuture.supplyAsync(() -> firstArticle(process))
                    .orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } finally {
            process.destroyForcibly();
        }
    }

    /** What a client's library says of itself stands on the same output. */
    private static String firstArticle(Process process) {
        StringBuilder said = new StringBuilder();
        return process.inputReader(UTF_8)
                .lines()
                .peek(line -> said.append(line).append('\n'))
                .filter(line -> line.startsWith("seeds/"))
                .findFirst()
                .orElseGet(said::toString);
    }
}
