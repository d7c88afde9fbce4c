package dev.tidings.streams.topology;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.kafka.DeadLetters.Failure;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.Failures;
import dev.tidings.streams.failure.RegistryPatience;
import dev.tidings.streams.failure.SizeGuard;
import dev.tidings.streams.failure.SourceRecord;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads and checks a record of the desk's topic; what the desk cannot decide goes to the dead letters undecided. */
final class DeskReader extends ContextualProcessor<byte[], byte[], byte[], Object> {

    private static final byte[] NO_KEY = new byte[0];

    private final Topic topic;
    private final Deserializer<Analysed> deserializer;
    private final RegistryPatience patience;
    private final CommitIntervals commits;
    private @Nullable CommitPace pace;

    DeskReader(TopologyContext context) {
        this.topic = context.topics().analysed();
        this.deserializer = context.serdes().deserializer(topic, Analysed.class);
        this.patience = context.patience();
        this.commits = context.commits();
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        super.init(context);
        pace = CommitPace.of(context, commits);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (pace != null) {
            pace.took(record.timestamp());
        }
        SourceRecord source = SourceRecord.of(context(), record);
        // Before the decision: what cannot be published must not be what later copies are suppressed for.
        if (record.value() != null && !SizeGuard.fits(NO_KEY, record.value(), record.headers())) {
            bury(record, source, SizeGuard.tooLarge(NO_KEY, record.value(), record.headers()));
            return;
        }
        DeskArticle article;
        try {
            Analysed analysed = patience.await(() -> deserializer.deserialize(topic.name(), record.value()));
            article = new DeskArticle(source, analysed, Arrivals.of(analysed));
        } catch (Throwable e) {
            // An Error of the Avro reader would pass every handler of Kafka Streams and stop the desk.
            bury(record, source, Failures.of(FailureCategory.POISON, e));
            return;
        }
        context().forward(record.withValue(article), DeskTopology.DUPLICATES);
    }

    private void bury(Record<byte[], byte[]> record, SourceRecord source, Failure failure) {
        FailedRecord failed = new FailedRecord(source, DeskTopology.DESK, failure, Optional.empty());
        context().forward(record.withValue(failed), DeskTopology.BURY);
    }

    @Override
    public void close() {
        deserializer.close();
    }
}
