package dev.tidings.app.endtoend;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of an article, seen as its users see it: through commands alone. Runs on every kind of installation
 * that there is; broker, registry, streams and sink are running when a test begins.
 */
public abstract class EndToEnd {

    /** Its text is the one of the second sample. */
    private static final String COPY = "copy.txt";
    /** UTF-16 that ends in the middle of a character. */
    private static final byte[] BROKEN = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 1, 2, 3};

    private static final List<String> SOCHI = List.of(
            "seeds/000_7862ad32163287db.txt", "seeds/002_5f853b347646af86.txt", "seeds/003_6c18de837fb1579b.txt");

    @TempDir
    Path temporary;

    /** Runs a command of Tidings where the services run. */
    protected abstract CommandRun run(String... command);

    /** Makes a folder of this machine readable for commands, and returns its name there. */
    protected abstract String mounted(Path folder);

    @Test
    void everyArticleEndsWithItsVerdictAndIsStoredOnce() throws IOException {
        CommandRun samples = publish(seeds());
        CommandRun wire = publish(wire());

        assertThat(samples.exit()).as(samples.err()).isZero();
        assertThat(samples.json().get("verdicts"))
                .hasSize(4)
                .allMatch(verdict -> text(verdict, "verdict").equals("NEW"));
        assertThat(wire.exit()).as(wire.out() + wire.err()).isEqualTo(3);
        assertThat(verdict(wire.json(), "wire/" + COPY)).isEqualTo("SUPPRESSED EXACT");
        assertThat(verdict(wire.json(), "wire/zz-bad.txt")).startsWith("DEAD_LETTERED ");
        assertThatTheStoreHoldsTheSamples();
        assertThatTheSamplesAreTwoStories();
        assertThat(run("why", "wire/" + COPY).out()).contains("EXACT, suppressed", "seeds/001_0ad0bd1f11616762.txt");

        JsonNode again = publish(seeds()).json();
        assertThat(again.get("published").asInt()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(4);
        assertThatAFileThatWasMendedIsNewToEverybody();
    }

    /** Nothing of it was published before, so it is no revision to those who wait for what is new. */
    private void assertThatAFileThatWasMendedIsNewToEverybody() throws IOException {
        Path wire = temporary.resolve("wire");
        Files.writeString(
                wire.resolve("zz-bad.txt"), "The bridge of the north has been opened by the mayor on Monday.");

        JsonNode summary = publish(wire).json();

        assertThat(verdict(summary, "wire/zz-bad.txt")).isEqualTo("ENRICHED NEW");
        assertThat(values(summary.get("verdicts"), "revision")).containsExactly("2");
        assertThat(values(
                        run("subscribe", "--verdict", "new", "--source", "wire", "-o", "json")
                                .json(),
                        "uri"))
                .containsExactly("wire/zz-bad.txt");
        CommandRun why = await().until(() -> run("why", "wire/zz-bad.txt"), found -> found.exit() == 0);
        assertThat(why.out()).contains("NEW, published", "after_dead_letter", "wire/zz-bad.txt, revision 1");
    }

    private void assertThatTheStoreHoldsTheSamples() {
        JsonNode stored = await().until(
                        () -> run("articles", "-o", "json").json(),
                        articles -> articles.size() >= 4
                                && run("articles", "--copies", "-o", "json")
                                                .json()
                                                .size()
                                        >= 1);
        assertThat(values(stored, "language")).containsExactlyInAnyOrder("ckb", "ckb", "en", "en");
        assertThat(values(stored, "uri")).doesNotHaveDuplicates().allMatch(uri -> uri.startsWith("seeds/"));
    }

    private void assertThatTheSamplesAreTwoStories() {
        await().until(() -> run("stories", "--members", "3", "-o", "json").json(), stories -> stories.size() == 1);
        JsonNode stories = run("stories", "-o", "json").json();
        assertThat(StreamSupport.stream(stories.spliterator(), false)
                        .map(story -> Set.copyOf(values(story.get("members"), "uri"))))
                .containsExactlyInAnyOrder(Set.of("seeds/001_0ad0bd1f11616762.txt"), Set.copyOf(SOCHI));
        JsonNode sochi = run("story", SOCHI.get(0), "-o", "json").json();
        assertThat(values(sochi.get("members"), "uri")).containsExactlyInAnyOrderElementsOf(SOCHI);
        assertThat(sochi.get("members").get(1).get("evidence")).isNotEmpty();
        assertThat(run("story", "wire/" + COPY).out()).contains("seeds/001_0ad0bd1f11616762.txt", "wire/" + COPY);
        assertThat(run("why", SOCHI.get(1)).out()).contains("3 articles");
    }

    private CommandRun publish(Path folder) {
        String patient = "publish.wait.timeout.ms=" + Patience.LIMIT.toMillis();
        return run("publish", mounted(folder), "--wait", "-X", patient, "-o", "json");
    }

    private static Path seeds() {
        return Installation.currentInstallation().home().resolve("seeds");
    }

    private Path wire() throws IOException {
        Path wire = Files.createDirectories(temporary.resolve("wire"));
        Files.copy(seeds().resolve("001_0ad0bd1f11616762.txt"), wire.resolve(COPY));
        Files.write(wire.resolve("zz-bad.txt"), BROKEN);
        return wire;
    }

    private static String verdict(JsonNode summary, String uri) {
        return StreamSupport.stream(summary.get("verdicts").spliterator(), false)
                .filter(verdict -> text(verdict, "uri").equals(uri))
                .map(verdict -> text(verdict, "outcome") + " " + text(verdict, "verdict"))
                .findFirst()
                .orElse("none");
    }

    private static List<String> values(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> text(node, field))
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
