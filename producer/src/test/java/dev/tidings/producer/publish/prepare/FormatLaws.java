package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.publish.prepare.FormatTrial.Ended;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every format of many articles promises, whatever it looks like. A format's test says how its files are written and
 * has these for nothing.
 */
abstract class FormatLaws {

    private static final int MANY = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private FormatTrial trial;

    /** An article to write: the id is plain letters and digits, the words are of any script. */
    record Item(String id, String title, String text) {}

    /** Returns the name of a file. */
    abstract String fileName();

    /** Returns a file with these articles, in their order, in a charset that it names where the format can. */
    abstract byte[] fileOf(List<Item> items, Charset charset);

    /** Returns the identity that an article has, the part of its uri behind the {@code #}. */
    abstract String identityOf(Item item);

    /** Returns the position in which a file has to be cut to break the last article alone. */
    int cutOf(byte[] file) {
        return new String(file, ISO_8859_1).lastIndexOf("two sentences");
    }

    /** Returns whether the format says which of its words are the title. */
    boolean statesTitles() {
        return true;
    }

    /** Returns whether an article has an id or address that stays when its text changes. */
    boolean statesIds() {
        return true;
    }

    /** Returns whether a file that is cut is missed to have an end; plain lists of messages have none. */
    boolean knowsItsEnd() {
        return true;
    }

    @BeforeEach
    void openTrial() {
        trial = new FormatTrial(folder);
    }

    @AfterEach
    void closeTrial() {
        trial.close();
    }

    @Test
    void everyArticleIsPublishedOnceWithItsIdentityTitleAndBytes() {
        List<Item> items = items(3);
        List<Ended> ended = publish(items);

        assertThat(ended).hasSize(3).allMatch(Ended::published);
        for (int i = 0; i < 3; i++) {
            assertThat(ended.get(i).uri()).isEqualTo("news/" + fileName() + "#" + identityOf(items.get(i)));
            assertThat(payload(ended.get(i))).contains(items.get(i).text());
            if (statesTitles()) {
                assertThat(ended.get(i).raw().orElseThrow().getTitle())
                        .contains(items.get(i).title());
            }
            assertThat(ended.get(i).raw().orElseThrow().getRecordOffset()).isNotNegative();
        }
    }

    @Test
    void aSecondRunPublishesNothing() {
        publish(items(3));

        assertThat(trial.publishFolder()).noneMatch(Ended::published).isNotEmpty();
    }

    @Test
    void anInsertedNeighbourLeavesAllOthersUnchanged() {
        List<Item> items = items(3);
        publish(items);
        List<Item> more = new ArrayList<>(items);
        more.add(1, new Item("inserted", "Inserted", "This one came between two others."));

        List<Ended> ended = publish(more);

        assertThat(ended.stream().filter(Ended::published).map(Ended::uri))
                .containsExactly("news/" + fileName() + "#" + identityOf(more.get(1)));
        assertThat(ended.stream().filter(end -> end.outcome() == InputOutcome.UNCHANGED))
                .hasSize(3);
    }

    @Test
    void aChangedArticleIsTheNextRevisionOfItselfWhereItSaysWhichOneItIs() {
        List<Item> items = items(3);
        publish(items);
        List<Item> changed = new ArrayList<>(items);
        changed.set(1, new Item(items.get(1).id(), items.get(1).title(), "The text says something else now."));

        List<Ended> ended = publish(changed);

        assertThat(ended.stream().filter(Ended::published)).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(statesIds() ? InputOutcome.REVISED : InputOutcome.PUBLISHED);
            assertThat(end.raw().orElseThrow().getRevision()).isEqualTo(statesIds() ? 2 : 1);
        });
    }

    @Test
    void whatIsCutLosesTheLastArticleAloneAndSaysSo() {
        byte[] file = fileOf(items(3), UTF_8);

        List<Ended> ended = trial.publish(fileName(), Arrays.copyOf(file, cutOf(file)));

        if (knowsItsEnd()) {
            assertThat(ended.stream().filter(Ended::published)).hasSize(2);
            assertThat(ended.stream().filter(end -> end.outcome() == InputOutcome.DEAD_LETTERED))
                    .singleElement()
                    .satisfies(end -> assertThat(end.reason()).isEqualTo("truncated"));
        } else {
            assertThat(ended).hasSize(3).allMatch(Ended::published);
        }
        assertThat(trial.publishFolder()).noneMatch(Ended::published);
    }

    @Test
    void bytesOfAnotherCharsetTouchNoNeighbour() {
        String marked = new String(fileOf(items(3), UTF_8), ISO_8859_1)
                .replaceFirst("article 1\\.", "\u00ff\u00c0\u0080icle 1.");

        List<Ended> ended = trial.publish(fileName(), marked.getBytes(ISO_8859_1));

        assertThat(ended).hasSize(3);
        assertThat(ended.get(0).published()).isTrue();
        assertThat(ended.get(2).published()).isTrue();
        assertThat(ended.get(1).published() || ended.get(1).reason().equals("undecodable"))
                .isTrue();
    }

    @Test
    void whatHasNoBytesIsPassedOver() {
        assertThat(trial.publish(fileName(), new byte[0])).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(InputOutcome.SKIPPED);
            assertThat(end.reason()).isEqualTo("empty");
        });
    }

    @Test
    void tenThousandArticlesAreTenThousand() {
        List<Ended> ended = publish(items(MANY));

        assertThat(ended).hasSize(MANY).allMatch(Ended::published);
        Set<String> uris = new HashSet<>();
        ended.forEach(end -> uris.add(end.uri()));
        assertThat(uris).hasSize(MANY);
    }

    @Test
    void aPublisherKilledInTheMiddleLosesNothingAndDoublesNothing() {
        List<Item> items = items(40);
        trial.write(fileName(), fileOf(items, UTF_8));
        List<String> uris = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            trial.publishUpTo(9).stream()
                    .filter(Ended::published)
                    .map(Ended::uri)
                    .forEach(uris::add);
        }
        trial.publishFolder().stream().filter(Ended::published).map(Ended::uri).forEach(uris::add);

        assertThat(uris)
                .containsExactlyElementsOf(items.stream()
                        .map(item -> "news/" + fileName() + "#" + identityOf(item))
                        .toList());
    }

    @Test
    void whateverIsDoneToTheBytesNothingEscapesAndNothingHangs() {
        byte[] file = fileOf(items(6), UTF_8);
        Random random = new Random(19);
        for (int round = 0; round < 300; round++) {
            byte[] broken = mutated(file, random);
            String described = "round " + round;
            Assertions.assertThatCode(() -> {
                        long begun = processorTime();
                        List<Ended> ended = trial.publish(fileName(), broken);
                        assertThat(ended).as(described).isNotEmpty();
                        assertThat(Duration.ofNanos(processorTime() - begun))
                                .as(described)
                                .isLessThan(PATIENCE);
                    })
                    .doesNotThrowAnyException();
        }
    }

    /** What else a machine does is not the input's fault. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static byte[] mutated(byte[] file, Random random) {
        byte[] broken = file.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(broken.length);
            switch (random.nextInt(4)) {
                case 0 -> broken[at] = (byte) random.nextInt(256);
                case 1 -> broken = Arrays.copyOf(broken, Math.max(1, at));
                case 2 -> System.arraycopy(broken, at, broken, at / 2, Math.min(50, broken.length - at));
                default -> broken[at] = "<>\"{}[]&\n\0\\".getBytes(UTF_8)[random.nextInt(11)];
            }
        }
        return broken;
    }

    final List<Ended> publish(List<Item> items) {
        return trial.publish(fileName(), fileOf(items, UTF_8));
    }

    final FormatTrial trial() {
        return trial;
    }

    static List<Item> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Item(
                        "id" + i,
                        "هەواڵ " + i,
                        "This is the text of article " + i + ". It has two sentences, and هەواڵ."))
                .toList();
    }

    static String payload(Ended ended) {
        return UTF_8.decode(ended.raw().orElseThrow().getPayload().duplicate()).toString();
    }
}
