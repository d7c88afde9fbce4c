package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.LineFormat;
import dev.tidings.producer.publish.ArticleLimit;
import dev.tidings.producer.publish.KafkaAccess;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.producer.publish.ledger.Ledger;
import dev.tidings.producer.publish.prepare.EventRecords.PartitionCounts;
import dev.tidings.producer.source.FolderScan;
import dev.tidings.producer.source.InputSelection;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.LedgerOutcome;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerPreparerTest {

    private static final int LIMIT = 1000;
    private static final String CONTAINER = "news/a.lines";

    @TempDir
    Path temporary;

    private final Settings settings = Settings.resolveAll(
            PublishSettings.ALL, SettingSources.of(Map.of("schema.registry.url", "mock://containers")));
    private final Topics topics = Topics.of(Topics.DEFAULT_PREFIX);
    private final KafkaAccess kafka =
            new KafkaAccess(settings, topics, new AvroSerdes(settings.registryConfig()), ArticleLimit.of(settings));
    private final LineFormat format = new LineFormat();
    private Ledger ledger = new Ledger();
    private Path file;

    @BeforeEach
    void schemasAndAFolder() throws IOException {
        new SchemaRegistration(settings.registryConfig()).registerAll(topics);
        file = Files.createDirectory(temporary.resolve("news")).resolve("a.lines");
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Test
    void anArticleOfAContainerHasItsOwnIdentityItsBytesAndItsPlace() {
        write("7|first", "x y|second");

        List<PreparedInput> preparedInput = prepareAll();

        assertThat(outcomes(preparedInput)).containsExactly("PUBLISHED #7", "PUBLISHED #x%20y");
        RawArticle second = raw(preparedInput.get(1));
        assertThat(second.getUri()).isEqualTo(CONTAINER + "#x%20y");
        assertThat(second.getArticleId()).isEqualTo(ArticleId.of(CONTAINER + "#x%20y"));
        assertThat(second.getPayload()).isEqualTo(ByteBuffer.wrap("x y|second".getBytes(UTF_8)));
        assertThat(second.getContentSha256()).isEqualTo(DeadLetters.sha256Hex("x y|second".getBytes(UTF_8)));
        assertThat(second.getRecordOffset()).isEqualTo(1);
        assertThat(second.getMediaType()).isEqualTo("text/x-line");
        assertThat(second.getFileName()).contains("a.lines");
        assertThat(second.getTitle()).contains("second");
        assertThat(second.getAuthors()).containsExactly("A", "B");
    }

    @Test
    void anInsertedNeighbourAChangedOneAndAVanishedOneTouchNobodyElse() {
        write("1|one", "2|two", "3|three");
        prepareAll();
        write("0|new", "1|one", "3|three, changed");

        assertThat(outcomes(prepareAll())).containsExactly("PUBLISHED #0", "UNCHANGED #1", "REVISED #3");
    }

    @Test
    void anUnchangedContainerIsReadToItsEndOnce() {
        write("1|one", "2|two");
        prepareAll();
        int made = format.made();

        assertThat(outcomes(prepareAll())).containsExactly("UNCHANGED ");
        assertThat(format.made()).isEqualTo(made);
    }

    @Test
    void aRejectedRecordIsADeadLetterOfItsOwn() {
        write("1|one", "no bar", "3|three");

        List<PreparedInput> preparedInput = prepareAll();

        String rejected = "#" + DeadLetters.sha256Hex("no bar".getBytes(UTF_8));
        assertThat(outcomes(preparedInput))
                .containsExactly("PUBLISHED #1", "DEAD_LETTERED " + rejected, "PUBLISHED #3");
        DeadLetter letter = decoded(preparedInput.get(1), 0, topics.deadLetters(), DeadLetter.class);
        assertThat(letter.getReason()).isEqualTo("malformed");
        assertThat(letter.getUri()).isEqualTo(CONTAINER + rejected);
        assertThat(letter.getValue()).contains(ByteBuffer.wrap("no bar".getBytes(UTF_8)));
        assertThat(outcomes(prepareAll())).containsExactly("UNCHANGED #1", "UNCHANGED " + rejected, "UNCHANGED #3");
    }

    @Test
    void aRecordOverTheLimitIsADeadLetterOfItsOwn() {
        write("1|" + "x".repeat(LIMIT), "2|two");

        List<PreparedInput> preparedInput = prepareAll();

        assertThat(outcomes(preparedInput)).containsExactly("DEAD_LETTERED #1", "PUBLISHED #2");
        assertThat(preparedInput.get(0).outcome().orElseThrow().reason()).isEqualTo("too_large");
    }

    @Test
    void whatIsBehindABreakIsOneDeadLetterAndWhatIsBeforeStands() {
        write("1|one", "END", "3|three");

        List<PreparedInput> preparedInput = prepareAll();

        assertThat(outcomes(preparedInput)).containsExactly("PUBLISHED #1", "DEAD_LETTERED ");
        DeadLetter letter = decoded(preparedInput.get(1), 0, topics.deadLetters(), DeadLetter.class);
        assertThat(letter.getUri()).isEqualTo(CONTAINER);
        assertThat(letter.getReason()).isEqualTo("malformed");
        assertThat(letter.getErrorMessage()).contains("line 1 is no line");
        assertThat(outcomes(prepareAll())).containsExactly("UNCHANGED ");
    }

    @Test
    void aPublishThatWasEndedReadsOnWhereItsLedgerEntrySays() {
        write("1|one", "2|two", "3|three");
        LedgerEntry progress = progress(2);
        ledger.close();
        ledger = new Ledger();
        ledger.put(progress);

        assertThat(progress.getOutcome()).isEqualTo(LedgerOutcome.READING);
        assertThat(progress.getRecordOffset()).isEqualTo(1);
        assertThat(outcomes(prepareAll())).containsExactly("PUBLISHED #3");
        assertThat(ledger.findRecord(CONTAINER).orElseThrow().outcome()).isEqualTo(LedgerOutcome.READ);
    }

    @Test
    void aContainerThatChangedSinceIsReadFromItsBeginning() {
        write("1|one", "2|two", "3|three");
        ledger.put(progress(2));
        write("0|new", "1|one", "2|two", "3|three");

        assertThat(outcomes(prepareAll()))
                .containsExactly("PUBLISHED #0", "UNCHANGED #1", "UNCHANGED #2", "UNCHANGED #3");
    }

    @Test
    void twoRecordsOfOneIdentityAreTwoArticlesForGood() {
        write("1|one", "1|another", "1|one");
        String another = "#1~" + DeadLetters.sha256Hex("1|another".getBytes(UTF_8));

        assertThat(outcomes(prepareAll())).containsExactly("PUBLISHED #1", "PUBLISHED " + another, "UNCHANGED #1");
        write("1|one", "1|another", "2|two");
        assertThat(outcomes(prepareAll())).containsExactly("UNCHANGED #1", "UNCHANGED " + another, "PUBLISHED #2");
    }

    @Test
    void aContainerThatIsWrittenWhileItIsReadIsLeftForLater() throws IOException {
        write("1|one", "2|two");
        try (PreparedInputs inputs = open()) {
            assertThat(inputs.next()).isPresent();
            Files.writeString(file, "3|three\n", StandardOpenOption.APPEND);

            assertThat(outcomes(rest(inputs))).endsWith("SKIPPED ").doesNotContain("DEAD_LETTERED ");
        }
        assertThat(ledger.findRecord(CONTAINER)).isEmpty();
        assertThat(outcomes(prepareAll())).hasSize(3).noneMatch(outcome -> outcome.startsWith("REVISED"));
    }

    @Test
    void aContainerWithoutBytesIsEmpty() {
        write();

        assertThat(prepareAll())
                .extracting(
                        preparedInput -> preparedInput.outcome().orElseThrow().reason())
                .containsExactly("empty");
    }

    @Test
    void revisionsOfAnArticleStayInThePartitionOfItsFirst() {
        write("1|one");
        int first = prepareAll().get(0).records().get(0).partition();
        write("1|one, changed");

        assertThat(prepareAll().get(0).records().get(0).partition()).isEqualTo(first);
    }

    @Test
    void twentyThousandArticlesPassWithoutBeingHeld() {
        write(IntStream.range(0, 20_000).mapToObj(i -> i + "|article " + i).toArray(String[]::new));
        try (PreparedInputs inputs = open()) {
            for (int i = 0; i < 20_000; i++) {
                assertThat(inputs.next().orElseThrow().carriesArticle()).isTrue();
            }
            Awaitility.await().until(() -> {
                System.gc();
                return format.held() < 10;
            });
            assertThat(format.made()).isEqualTo(20_000);
            assertThat(rest(inputs)).isEmpty();
        }
    }

    /** Returns the entry that would be written if the transaction ended behind so many articles. */
    private LedgerEntry progress(int articles) {
        List<PreparedInput> preparedInput = prepareAll();
        ProducerRecord<byte[], byte[]> record =
                preparedInput.get(articles - 1).progress().orElseThrow().get();
        return kafka.serdes()
                .deserializer(topics.ledger(), LedgerEntry.class)
                .deserialize(topics.ledger().name(), record.value());
    }

    private List<PreparedInput> prepareAll() {
        try (PreparedInputs inputs = open()) {
            return rest(inputs);
        }
    }

    /** Returns what ends an article; the ledger knows of the container's end by itself. */
    private static List<PreparedInput> rest(PreparedInputs inputs) {
        List<PreparedInput> all = new ArrayList<>();
        for (Optional<PreparedInput> next = inputs.next(); next.isPresent(); next = inputs.next()) {
            next.filter(preparedInput -> preparedInput.outcome().isPresent()).ifPresent(all::add);
        }
        return all;
    }

    private PreparedInputs open() {
        InputSelection inputSelection =
                InputSelection.selectionsOf(List.of(file), Optional.empty()).get(0);
        EventRecords events =
                new EventRecords(kafka, inputSelection.sourceRoot(), Clock.systemUTC(), new PartitionCounts(4, 3));
        return new InputPreparer(
                        new InputFormats(List.of(format)), ledger, new ArticleLimit(LIMIT, Optional.empty()), events)
                .prepareInput(new FolderScan(inputSelection).next());
    }

    private void write(String... lines) {
        try {
            Files.write(file, List.of(lines));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Returns how each ended, and the part of its uri behind the container's. */
    private static List<String> outcomes(List<PreparedInput> preparedInput) {
        return preparedInput.stream()
                .map(each -> each.outcome().orElseThrow())
                .map(end -> end.outcome() + " " + end.uri().substring(CONTAINER.length()))
                .toList();
    }

    private RawArticle raw(PreparedInput preparedInput) {
        return decoded(preparedInput, 0, topics.raw(), RawArticle.class);
    }

    private <T extends SpecificRecord> T decoded(PreparedInput preparedInput, int record, Topic topic, Class<T> type) {
        ProducerRecord<byte[], byte[]> written = preparedInput.records().get(record);
        return kafka.serdes().deserializer(topic, type).deserialize(topic.name(), written.value());
    }
}
