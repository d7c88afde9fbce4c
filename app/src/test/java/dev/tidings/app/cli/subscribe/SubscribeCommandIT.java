package dev.tidings.app.cli.subscribe;

import static dev.tidings.app.stack.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.app.cli.CommandProcess;
import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.sink.DedupOutput;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.admin.TopicAdmin;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class SubscribeCommandIT {

    /** What is said of a cluster that was named, and nothing else. */
    private static final Pattern READING =
            Pattern.compile("reading Kafka cluster \\S{22} at 127.0.0.1:\\d+ \\(flag\\)\n");

    @TempDir
    Path directory;

    LocalStack stack;
    DedupOutput dedupOutput;
    /** Articles of other tests lie in the same topic. */
    String source;

    @BeforeEach
    void openOutput(LocalStack stack) {
        this.stack = stack;
        source = directory.getFileName().toString();
        dedupOutput = new DedupOutput(stack, LocalStackExtension.liveTopics(stack), source);
    }

    @AfterEach
    void close() {
        dedupOutput.close();
    }

    @Test
    void withoutFollowingItWritesWhatThereIsAndEnds() throws IOException {
        dedupOutput.publish(0, 10);

        CommandRun kurdish = subscribe("-o", "jsonl", "--lang", "ckb");
        CommandRun table = subscribe("--lang", "en,ckb", "--verdict", "new");
        CommandRun array = subscribe("-o", "json", "--since", "1h");
        CommandRun none = subscribe("--script", "latn");

        assertThat(kurdish.exit()).as(kurdish.err()).isZero();
        assertThat(kurdish.lines()).hasSize(5);
        for (String line : kurdish.lines()) {
            JsonNode article = new ObjectMapper().readTree(line);
            assertThat(article.get("language").asText()).isEqualTo("ckb");
            assertThat(article.get("verdict").asText()).isEqualTo("NEW");
            assertThat(article.get("text").asText()).isNotEmpty();
        }
        assertThat(table.lines()).hasSize(11);
        assertThat(table.lines().get(0)).startsWith("TIME                  LANGUAGE  VERDICT");
        assertThat(array.json()).hasSize(10);
        assertThat(none.out()).isEmpty();
        assertThat(none.exit()).isZero();
    }

    @Test
    void aGroupGoesOnWhereItsLastRunEndedAndALimitTakesNoMoreThanItSays() {
        dedupOutput.publish(0, 30);
        String group = "group-" + source;
        List<String> seen = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            CommandRun limited = subscribe("-o", "jsonl", "--group", group, "--since", "beginning", "--limit", "8");
            assertThat(limited.lines()).hasSize(8);
            seen.addAll(limited.lines());
        }
        seen.addAll(subscribe("-o", "jsonl", "--group", group).lines());

        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
        assertThat(subscribe("-o", "jsonl", "--group", group).out()).isEmpty();
    }

    @Test
    void aGroupThatKafkaKnowsNothingOfIsAskedWhereItBegins() {
        dedupOutput.publish(0, 5);
        String group = "group-" + source;
        assertUsage(
                subscribe("--group", group), "group " + group + " has no position: it is new, or Kafka has forgotten");
        assertUsage(subscribe("--group", group, "--follow"), "group " + group + " has no position");

        assertThat(subscribe("-o", "jsonl", "--group", group, "--since", "beginning")
                        .lines())
                .hasSize(5);
        deleteGroup(group);

        assertUsage(subscribe("--group", group), "group " + group + " has no position");
        assertUsage(subscribe("--group", group, "--follow"), "group " + group + " has no position");
        assertThat(subscribe("--group", group, "--since", "now").out()).isEmpty();
        dedupOutput.publish(5, 8);
        assertThat(subscribe("-o", "jsonl", "--group", group).lines()).hasSize(3);
    }

    @Test
    void aPartitionInWhichKafkaHasForgottenTheGroupIsAskedForToo() {
        dedupOutput.publish(0, 40);
        String group = "group-" + source;
        assertThat(subscribe("-o", "jsonl", "--group", group, "--since", "beginning")
                        .lines())
                .hasSize(40);
        deleteOffset(group, new TopicPartition("tidings.enriched", 3));

        assertUsage(subscribe("--group", group), "group " + group + " has no position in [tidings.enriched-3]");
        assertThat(subscribe("--group", group, "--since", "now").out()).isEmpty();
        assertThat(subscribe("--group", group).out()).isEmpty();
    }

    @Test
    void aGroupOfTidingsItselfIsRefused() {
        assertUsage(subscribe("--group", "tidings-sink"), "group tidings-sink is not for subscribers");
        assertUsage(subscribe("--group", "tidings-dedup", "--follow"), "group tidings-dedup is not for subscribers");
    }

    @Test
    void anArticleWhoseCommandFailedIsTheFirstOfTheNextRunAndNoneIsLost() throws Exception {
        dedupOutput.publish(0, 12);
        Path out = directory.resolve("out");
        String once = "test -e " + directory.resolve("again") + " -o $(wc -l < " + out + ") -lt 5 && cat >> " + out;
        Files.createFile(out);

        CommandRun first = exec(once);
        assertThat(first.exit()).isEqualTo(1);
        assertThat(errorsOf(first))
                .hasLineCount(1)
                .contains("the command ended with 1 on " + "news/", "2 times in a row", "comes first");
        assertThat(Files.readAllLines(out)).hasSize(5);
        Files.createFile(directory.resolve("again"));
        CommandRun second = exec(once);

        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(12).doesNotHaveDuplicates();
        assertThat(exec(once).exit()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(12);
    }

    @Test
    void killedWhileACommandIsAtWorkItGivesItsArticleAgain() throws Exception {
        dedupOutput.publish(0, 4);
        Path out = directory.resolve("out");
        Path go = directory.resolve("go");
        List<String> command = List.of(
                "--exec", "cat >> " + out + "; while ! test -e " + go + "; do sleep 0.1; done", "--since", "beginning");
        Process process = process("subscribe --follow --source " + source + " --group group-" + source, command);
        await().until(() -> Files.exists(out) && Files.readAllLines(out).size() == 1);
        process.destroyForcibly().waitFor();
        Files.createFile(go);

        CommandRun again = exec("cat >> " + out);

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(5);
        assertThat(Set.copyOf(Files.readAllLines(out))).hasSize(4);
    }

    @Test
    void interruptedItLetsTheCommandFinishSoThatItsArticleDoesNotComeAgain() throws Exception {
        dedupOutput.publish(0, 4);
        Path out = directory.resolve("out");
        Path go = directory.resolve("go");
        List<String> command = List.of(
                "--exec", "cat >> " + out + "; while ! test -e " + go + "; do sleep 0.1; done", "--since", "beginning");
        Process process = process("subscribe --follow --source " + source + " --group group-" + source, command);
        await().until(() -> Files.exists(out) && Files.readAllLines(out).size() == 1);
        CommandProcess.signal(process, "TERM");
        Files.createFile(go);
        assertThat(process.waitFor()).isZero();

        CommandRun again = exec("cat >> " + out);

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(4).doesNotHaveDuplicates();
    }

    private CommandRun exec(String command) {
        return subscribe("--group", "group-" + source, "--since", "beginning", "--exec", command, "--retries", "1");
    }

    private void deleteGroup(String group) {
        try (TopicAdmin broker = new TopicAdmin(LocalStackExtension.settings(stack))) {
            await().until(() -> deleted(broker, group));
        }
    }

    /** A group that has members still cannot be deleted. */
    private static boolean deleted(TopicAdmin broker, String group) {
        try {
            broker.awaitAnswer(
                    broker.adminClient().deleteConsumerGroups(List.of(group)).all());
            return true;
        } catch (GroupNotEmptyException e) {
            return false;
        }
    }

    private void deleteOffset(String group, TopicPartition partition) {
        try (TopicAdmin broker = new TopicAdmin(LocalStackExtension.settings(stack))) {
            broker.awaitAnswer(broker.adminClient()
                    .deleteConsumerGroupOffsets(group, Set.of(partition))
                    .all());
        }
    }

    @Test
    void followingItWritesWhatComesUntilItIsInterrupted() throws Exception {
        Process process = process("subscribe --follow --since beginning --source " + source + " -o jsonl");
        dedupOutput.publish(0, 3);
        BufferedReader lines = process.inputReader(UTF_8);
        for (int line = 0; line < 3; line++) {
            assertThat(lines.readLine()).contains("\"source\":\"" + source + "\"");
        }

        CommandProcess.signal(process, "INT");
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(directory.resolve("err")).content().matches(READING);
    }

    @Test
    void followingItIsDoneWhenItIsAskedToEndAndReadingToALimitIsNot() throws Exception {
        dedupOutput.publish(0, 3);
        Process following = process("subscribe --follow --since beginning --source " + source + " -o jsonl");
        following.inputReader(UTF_8).readLine();
        CommandProcess.signal(following, "TERM");
        assertThat(following.waitFor()).isZero();

        Process limited = process("subscribe --follow --limit 4 --since beginning --source " + source + " -o jsonl");
        limited.inputReader(UTF_8).readLine();
        CommandProcess.signal(limited, "TERM");
        assertThat(limited.waitFor()).isEqualTo(143);
    }

    @Test
    void whenNobodyReadsAnyMoreItEndsInSilence() throws Exception {
        dedupOutput.publish(0, 200);
        Process process = process("subscribe --source " + source + " -o jsonl");
        process.inputReader(UTF_8).readLine();
        process.getInputStream().close();

        assertThat(process.waitFor()).isZero();
        assertThat(directory.resolve("err")).content().matches(READING);
    }

    @Test
    void whatTheCallerGotWrongIsToldInOneLine() {
        assertUsage(subscribe("--since", "yesterday"), "--since yesterday is no time; give a time");
        assertUsage(subscribe("--lang", "ku-Latn"), "language 'ku-Latn' cannot be filtered by");
        assertUsage(subscribe("--verdict", "revison"), "there is no verdict 'revison'; did you mean REVISION?");
        assertUsage(subscribe("--limit", "0"), "--limit 0 is not possible");
        assertUsage(subscribe("--retries", "3"), "--retries 3 is not possible; give 0 or more, and a command (--exec)");
    }

    private static void assertUsage(CommandRun run, String message) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(errorsOf(run)).startsWith("tidings: " + message).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    /** What it says beside the cluster that it reads. */
    private static String errorsOf(CommandRun run) {
        return READING.matcher(run.err()).replaceFirst("");
    }

    private CommandRun subscribe(String... more) {
        List<String> line = new ArrayList<>(List.of("subscribe", "--source", source, "-b", stack.bootstrapServers()));
        line.addAll(List.of("--registry", stack.registryUrl(), "-X", LocalStackExtension.PATIENT));
        line.addAll(List.of(more));
        return CommandRun.in(directory, line.toArray(String[]::new));
    }

    private Process process(String arguments) throws IOException {
        return process(arguments, List.of());
    }

    private Process process(String arguments, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(arguments.split(" ")));
        command.addAll(more);
        command.addAll(List.of("-b", stack.bootstrapServers(), "--registry", stack.registryUrl()));
        command.addAll(List.of("-X", LocalStackExtension.PATIENT));
        Process process = CommandProcess.of(directory, command)
                .redirectError(directory.resolve("err").toFile())
                .start();
        await().until(() -> Files.exists(directory.resolve("err")));
        return process;
    }
}
