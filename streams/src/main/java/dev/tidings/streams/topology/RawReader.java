package dev.tidings.streams.topology;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.kafka.UndecodableException;
import dev.tidings.streams.analyse.ArticleInput;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.Failures;
import dev.tidings.streams.failure.RegistryPatience;
import dev.tidings.streams.failure.SourceRecord;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads the event in a raw record; what is no such event goes to the dead letters. */
final class RawReader extends ContextualProcessor<byte[], byte[], byte[], Object> {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Topic topic;
    private final Deserializer<RawArticle> deserializer;
    private final RegistryPatience patience;
    private final CommitIntervals commits;
    private final Scope scope;
    private @Nullable CommitPace pace;

    RawReader(TopologyContext context) {
        this.topic = context.topics().raw();
        this.deserializer = context.serdes().deserializer(topic, RawArticle.class);
        this.patience = context.patience();
        this.commits = context.commits();
        this.scope = context.scope();
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
        if (!scope.takes(source.position().partition(), source.position().offset())) {
            return;
        }
        InFlight<ArticleInput> article;
        try {
            RawArticle raw = checked(patience.await(() -> deserializer.deserialize(topic.name(), record.value())));
            article = new InFlight<>(source, raw, RawArticles.input(raw));
        } catch (Throwable e) {
            // An Error of the Avro reader would pass every handler of Kafka Streams.
            FailedRecord failed = new FailedRecord(
                    source, AnalyseTopology.DECODE, Failures.of(FailureCategory.DESERIALIZATION, e), Optional.empty());
            context().forward(record.withValue(failed), AnalyseTopology.BURY);
            return;
        }
        context().forward(record.withValue(article), AnalyseTopology.DECODE);
    }

    /** What the desk and every store identify an article by must hold, whoever wrote the record. */
    private static RawArticle checked(RawArticle raw) {
        if (!UUID.matcher(raw.getArticleId()).matches() || raw.getRevision() < 1) {
            throw new UndecodableException(
                    "malformed",
                    "an article needs a lower-case UUID as id and a revision from 1, this one has " + raw.getArticleId()
                            + " and " + raw.getRevision());
        }
        return raw;
    }

    @Override
    public void close() {
        deserializer.close();
    }
}
