package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.format.standard.StandardFormats;
import dev.tidings.producer.publish.ArticleLimit;
import dev.tidings.producer.publish.KafkaAccess;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
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
import dev.tidings.schemas.SourceFormat;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputPreparerTest {

    private static final Instant NOW = Instant.parse("2026-03-21T10:00:00Z");
    private static final int LIMIT = 1000;

    @TempDir
    Path temporary;

    private final Settings settings = Settings.resolveAll(
            PublishSettings.ALL,
            SettingSources.of(Map.of("schema.registry.url", "mock://preparer", "max.article.bytes", "" + LIMIT)));
    private final Topics topics = Topics.of(Topics.DEFAULT_PREFIX);
    private final KafkaAccess kafka =
            new KafkaAccess(settings, topics, new AvroSerdes(settings.registryConfig()), ArticleLimit.of(settings));
    private final Ledger ledger = new Ledger();
    private Path article;

    @BeforeEach
    void schemasAndAFolder() throws IOException {
        new SchemaRegistration(settings.registryConfig()).registerAll(topics);
        article = Files.createDirectory(temporary.resolve("news")).resolve("a.txt");
    }

    @Test
    void aNewFileIsRevisionOneWithItsBytesVerbatim() throws IOException {
        byte[] bytes = {'a', '\r', '\n', 0, (byte) 0xff, (byte) 0xfe};
        Files.write(article, bytes);
        Files.setLastModifiedTime(article, FileTime.from(Instant.parse("2021-09-29T10:00:00.123Z")));

        PreparedInput preparedInput = prepare();

        RawArticle raw = decoded(preparedInput, 0, topics.raw(), RawArticle.class);
        assertThat(raw.getPayload()).isEqualTo(ByteBuffer.wrap(bytes));
        assertThat(raw.getUri()).isEqualTo("news/a.txt");
        assertThat(raw.getArticleId()).isEqualTo(ArticleId.of("news/a.txt"));
        assertThat(raw.getRevision()).isEqualTo(1);
        assertThat(raw.getSource()).isEqualTo("news");
        assertThat(raw.getContentSha256()).isEqualTo(DeadLetters.sha256Hex(bytes));
        assertThat(raw.getMediaType()).isEqualTo("text/plain");
        assertThat(raw.getSourceFormat()).isEqualTo(SourceFormat.TEXT);
        assertThat(raw.getFileName()).contains("a.txt");
        assertThat(raw.getFileModified()).contains(Instant.parse("2021-09-29T10:00:00.123Z"));
        assertThat(raw.getIngested()).contains(NOW);
        assertThat(raw.getFlags()).isEmpty();
        assertThat(outcome(preparedInput))
                .isEqualTo(new PublishOutcome("news/a.txt", InputOutcome.PUBLISHED, 1, "", ""));
    }

    @Test
    void recordsCarryNoTimeAndTheIdentityAsKey() throws IOException {
        Files.writeString(article, "text");

        List<ProducerRecord<byte[], byte[]>> records = prepare().records();

        assertThat(records).allMatch(record -> record.timestamp() == null);
        assertThat(records)
                .extracting(record -> new String(record.key(), UTF_8))
                .containsExactly(ArticleId.of("news/a.txt") + "#1", "news/a.txt");
        assertThat(records)
                .extracting(ProducerRecord::partition)
                .containsExactly(
                        RawPartitions.partitionOf(ArticleId.of("news/a.txt"), 4), RawPartitions.partitionOf("news", 3));
    }

    @Test
    void theSameContentAgainIsUnchangedWhateverTheFilesTime() throws IOException {
        Files.writeString(article, "text");
        remember(prepare());
        Files.setLastModifiedTime(article, FileTime.from(NOW.plusSeconds(100)));

        PreparedInput again = prepare();

        assertThat(outcome(again).outcome()).isEqualTo(InputOutcome.UNCHANGED);
        assertThat(again.records()).isEmpty();
    }

    @Test
    void changedContentOfTheSameSizeAndTimeIsARevisionInTheFirstPartition() throws IOException {
        FileTime time = FileTime.from(NOW);
        Files.setLastModifiedTime(Files.writeString(article, "aaaa"), time);
        remember(prepare());
        LedgerEntry moved = LedgerEntry.newBuilder(entry(prepareAfterChange("bbbb", time)))
                .setRawPartition(3)
                .setRevision(1)
                .setContentSha256("0".repeat(64))
                .build();
        ledger.put(moved);

        PreparedInput revised = prepare();

        assertThat(outcome(revised)).isEqualTo(new PublishOutcome("news/a.txt", InputOutcome.REVISED, 2, "", ""));
        assertThat(revised.records().get(0).partition()).isEqualTo(3);
        assertThat(entry(revised).getRawPartition()).isEqualTo(3);
    }

    @Test
    void goingBackToAnEarlierContentIsTheNextRevision() throws IOException {
        for (String content : List.of("A", "B", "A")) {
            Files.writeString(article, content);
            remember(prepare());
        }
        assertThat(ledger.findRecord("news/a.txt").orElseThrow().revision()).isEqualTo(3);
    }

    @Test
    void aPartitionThatIsNoMoreIsChosenAnew() throws IOException {
        Files.writeString(article, "a");
        PreparedInput first = prepare();
        ledger.put(LedgerEntry.newBuilder(entry(first))
                .setRawPartition(9)
                .setContentSha256("")
                .build());

        assertThat(prepare().records().get(0).partition())
                .isEqualTo(first.records().get(0).partition());
    }

    @Test
    void aFileOverTheLimitIsADeadLetterWithItsHead() throws IOException {
        byte[] bytes = new byte[LIMIT + 1];
        bytes[0] = 7;
        Files.write(article, bytes);

        PreparedInput preparedInput = prepare();

        DeadLetter letter = decoded(preparedInput, 0, topics.deadLetters(), DeadLetter.class);
        assertThat(letter.getReason()).isEqualTo("too_large");
        assertThat(letter.getStage()).isEqualTo("publish");
        assertThat(letter.getUri()).isEqualTo("news/a.txt");
        assertThat(letter.getArticleId()).contains(ArticleId.of("news/a.txt"));
        assertThat(letter.getLength()).isEqualTo(LIMIT + 1);
        assertThat(letter.getValue()).contains(ByteBuffer.wrap(bytes));
        assertThat(letter.getSha256()).isEmpty();
        assertThat(letter.getErrorMessage()).contains("1001").contains("max.article.bytes = 1000");
        assertThat(outcome(preparedInput).reason()).isEqualTo("too_large");
        assertThat(entry(preparedInput).getOutcome()).isEqualTo(LedgerOutcome.DEAD_LETTERED);
        assertThat(entry(preparedInput).getRawPartition()).isEqualTo(-1);
    }

    @Test
    void aDeadLetteredFileIsUnchangedUntilItChanges() throws IOException {
        Files.write(article, new byte[LIMIT + 1]);
        PreparedInput first = prepare();
        remember(first);
        assertThat(outcome(prepare()).outcome()).isEqualTo(InputOutcome.UNCHANGED);

        Files.write(article, new byte[LIMIT + 2]);
        PreparedInput larger = prepare();
        assertThat(outcome(larger).outcome()).isEqualTo(InputOutcome.DEAD_LETTERED);
        assertThat(decoded(larger, 0, topics.deadLetters(), DeadLetter.class).getId())
                .isNotEqualTo(decoded(first, 0, topics.deadLetters(), DeadLetter.class)
                        .getId());

        remember(larger);
        Files.writeString(article, "short");
        assertThat(outcome(prepare())).isEqualTo(new PublishOutcome("news/a.txt", InputOutcome.PUBLISHED, 3, "", ""));
    }

    @Test
    void theFirstArticleAfterDeadLettersSaysHowManyTheyWere() throws IOException {
        for (int size = LIMIT + 1; size <= LIMIT + 3; size++) {
            Files.write(article, new byte[size]);
            remember(prepare());
        }
        Files.writeString(article, "short");
        PreparedInput mended = prepare();
        remember(mended);
        Files.writeString(article, "short again");

        assertThat(raw(mended).getRevision()).isEqualTo(4);
        assertThat(raw(mended).getDeadLetteredBefore()).isEqualTo(3);
        assertThat(entry(mended).getDeadLettered()).isZero();
        assertThat(raw(prepare()).getDeadLetteredBefore()).isZero();
    }

    @Test
    void aDeadLetterBetweenTwoArticlesIsCountedAlone() throws IOException {
        Files.writeString(article, "text");
        remember(prepare());
        Files.write(article, new byte[LIMIT + 1]);
        remember(prepare());
        Files.writeString(article, "other text");

        RawArticle mended = raw(prepare());
        assertThat(mended.getRevision()).isEqualTo(3);
        assertThat(mended.getDeadLetteredBefore()).isEqualTo(1);
    }

    @Test
    void aDeadLetterOfAVersionThatDidNotCountThemStandsForItself() throws IOException {
        Files.write(article, new byte[LIMIT + 1]);
        ledger.put(LedgerEntry.newBuilder(entry(prepare()))
                .setRevision(5)
                .setDeadLettered(0)
                .build());
        Files.writeString(article, "text");

        RawArticle mended = raw(prepare());
        assertThat(mended.getRevision()).isEqualTo(6);
        assertThat(mended.getDeadLetteredBefore()).isEqualTo(1);
    }

    @Test
    void growingTooLargeAndBackKeepsThePartitionAndCountsRevisions() throws IOException {
        Files.writeString(article, "text");
        PreparedInput first = prepare();
        remember(first);
        Files.write(article, new byte[LIMIT + 1]);
        remember(prepare());
        Files.writeString(article, "text");

        PreparedInput back = prepare();

        assertThat(outcome(back)).isEqualTo(new PublishOutcome("news/a.txt", InputOutcome.REVISED, 3, "", ""));
        assertThat(back.records().get(0).partition())
                .isEqualTo(first.records().get(0).partition());
    }

    @Test
    void emptyFilesAndUnknownFormatsAreSkipped() throws IOException {
        Files.createFile(article);
        assertThat(outcome(prepare()))
                .extracting(PublishOutcome::outcome, PublishOutcome::reason)
                .containsExactly(InputOutcome.SKIPPED, "empty");

        article = Files.writeString(article.resolveSibling("a.jpg"), "x");
        assertThat(outcome(prepare()))
                .extracting(PublishOutcome::outcome, PublishOutcome::reason)
                .containsExactly(InputOutcome.SKIPPED, "unsupported_format");
    }

    @Test
    void whiteSpaceIsContent() throws IOException {
        Files.writeString(article, " \n");
        assertThat(outcome(prepare()).outcome()).isEqualTo(InputOutcome.PUBLISHED);
    }

    @Test
    void aNameThatIsNotUtf8IsFlagged() throws IOException {
        article = Path.of(java.net.URI.create(article.getParent().toUri() + "bad%FF.txt"));
        Files.writeString(article, "text");

        assertThat(decoded(prepare(), 0, topics.raw(), RawArticle.class).getFlags())
                .containsExactly("name_not_utf8");
    }

    private PreparedInput prepareAfterChange(String content, FileTime time) throws IOException {
        Files.setLastModifiedTime(Files.writeString(article, content), time);
        return prepare();
    }

    private PreparedInput prepare() {
        InputSelection inputSelection =
                InputSelection.selectionsOf(List.of(article), Optional.empty()).get(0);
        EventRecords events = new EventRecords(
                kafka, inputSelection.sourceRoot(), Clock.fixed(NOW, ZoneOffset.UTC), new PartitionCounts(4, 3));
        InputPreparer preparer =
                new InputPreparer(StandardFormats.formats(), ledger, new ArticleLimit(LIMIT, Optional.empty()), events);
        try (PreparedInputs inputs = preparer.prepareInput(new FolderScan(inputSelection).next())) {
            return inputs.next().orElseThrow();
        }
    }

    private static PublishOutcome outcome(PreparedInput preparedInput) {
        return preparedInput.outcome().orElseThrow();
    }

    private RawArticle raw(PreparedInput preparedInput) {
        return decoded(preparedInput, 0, topics.raw(), RawArticle.class);
    }

    private void remember(PreparedInput preparedInput) {
        ledger.put(entry(preparedInput));
    }

    private LedgerEntry entry(PreparedInput preparedInput) {
        return decoded(preparedInput, 1, topics.ledger(), LedgerEntry.class);
    }

    private <T extends SpecificRecord> T decoded(PreparedInput preparedInput, int record, Topic topic, Class<T> type) {
        ProducerRecord<byte[], byte[]> written = preparedInput.records().get(record);
        assertThat(written.topic()).isEqualTo(topic.name());
        return kafka.serdes().deserializer(topic, type).deserialize(topic.name(), written.value());
    }
}
