package dev.tidings.producer.publish.prepare;

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
import dev.tidings.producer.source.SourceRoot;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Takes files through everything that a publisher does with them, up to the records that Kafka would be given: the
 * formats of production, ledger and identities among it.
 */
final class FormatTrial implements AutoCloseable {

    private final Settings settings = Settings.resolveAll(
            PublishSettings.ALL, SettingSources.of(Map.of("schema.registry.url", "mock://formats")));
    private final Topics topics = Topics.of(Topics.DEFAULT_PREFIX);
    private final KafkaAccess kafka =
            new KafkaAccess(settings, topics, new AvroSerdes(settings.registryConfig()), ArticleLimit.of(settings));
    private final SourceRoot root;
    private Ledger ledger = new Ledger();

    FormatTrial(Path folder) {
        new SchemaRegistration(settings.registryConfig()).registerAll(topics);
        this.root = new SourceRoot("news", folder);
    }

    /**
     * How an article ended.
     *
     * @param raw what would be in the raw topic; empty when nothing would
     */
    record Ended(InputOutcome outcome, String uri, String reason, String detail, Optional<RawArticle> raw) {

        boolean published() {
            return raw.isPresent();
        }
    }

    /** Writes a file and publishes it. */
    List<Ended> publish(String name, byte[] content) {
        write(name, content);
        return publishFolder();
    }

    void write(String name, byte[] content) {
        try {
            Files.write(root.realPath().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes whatever stands in the folder. */
    List<Ended> publishFolder() {
        return publishUpTo(Integer.MAX_VALUE);
    }

    /** Publishes the folder, and is killed behind so many articles; what they and their place are is committed. */
    List<Ended> publishUpTo(int articles) {
        List<Ended> ended = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> committed = new ArrayList<>();
        FolderScan scan = new FolderScan(new InputSelection(root, List.of()));
        while (scan.hasNext() && ended.size() < articles) {
            try (PreparedInputs inputs = preparer().prepareInput(scan.next())) {
                Optional<PreparedInput> next = inputs.next();
                while (next.isPresent()) {
                    next.get().outcome().ifPresent(outcome -> ended.add(ended(outcome)));
                    addRaw(next.get(), ended);
                    committed.addAll(next.get().records());
                    if (ended.size() == articles) {
                        next.get().progress().ifPresent(progress -> committed.add(progress.get()));
                        break;
                    }
                    next = inputs.next();
                }
            }
        }
        if (ended.size() == articles) {
            remember(committed);
        }
        return ended;
    }

    private static Ended ended(PublishOutcome outcome) {
        return new Ended(outcome.outcome(), outcome.uri(), outcome.reason(), outcome.detail(), Optional.empty());
    }

    private void addRaw(PreparedInput input, List<Ended> ended) {
        if (input.carriesArticle()) {
            Ended last = ended.remove(ended.size() - 1);
            RawArticle raw = kafka.serdes()
                    .deserializer(topics.raw(), RawArticle.class)
                    .deserialize(topics.raw().name(), input.records().get(0).value());
            ended.add(new Ended(last.outcome(), last.uri(), last.reason(), last.detail(), Optional.of(raw)));
        }
    }

    /** Another process knows what was committed, and nothing else. */
    private void remember(List<ProducerRecord<byte[], byte[]>> committed) {
        ledger.close();
        ledger = new Ledger();
        committed.stream()
                .filter(record -> record.topic().equals(topics.ledger().name()))
                .map(record -> kafka.serdes()
                        .deserializer(topics.ledger(), LedgerEntry.class)
                        .deserialize(record.topic(), record.value()))
                .forEach(ledger::put);
    }

    private InputPreparer preparer() {
        EventRecords events = new EventRecords(kafka, root, Clock.systemUTC(), new PartitionCounts(4, 3));
        return new InputPreparer(StandardFormats.formats(), ledger, kafka.articleLimit(), events);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
