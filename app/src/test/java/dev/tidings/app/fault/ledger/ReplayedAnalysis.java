package dev.tidings.app.fault.ledger;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.deadletter.DeadLetters.Position;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.failure.SourceRecord;
import dev.tidings.streams.topology.analyse.ArticleEnvelope;
import dev.tidings.streams.topology.analyse.EnrichedArticles;
import dev.tidings.streams.topology.analyse.RawArticles;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The stages of analysis without Kafka: what analyse has to write for raw records, whatever went wrong in its time. It
 * depends on the order of each raw partition alone, and so does this.
 */
final class ReplayedAnalysis {

    private static final String NONE = "none";

    private final Topics topics;
    private final AnalysisStages stages = AnalysisStages.standard();
    private final Map<Integer, BoilerplateIndex> boilerplate = new HashMap<>();
    private final Deserializer<RawArticle> raw;
    private final Deserializer<Analysed> analysed;
    private final Serializer<EnrichedArticle> enriched;

    ReplayedAnalysis(AvroSerdes serdes, Topics topics) {
        this.topics = topics;
        this.raw = serdes.deserializer(topics.raw(), RawArticle.class);
        this.analysed = serdes.deserializer(topics.analysed(), Analysed.class);
        this.enriched = serdes.serializer(topics.enriched());
    }

    /** Returns a line for each raw record for which the log holds something else, nothing, or something twice. */
    List<String> differences(
            List<ConsumerRecord<byte[], byte[]>> rawRecords, List<ConsumerRecord<byte[], byte[]>> log) {
        Map<String, List<String>> written = new HashMap<>();
        log.forEach(record -> note(record, written));
        List<String> differences = new ArrayList<>();
        rawRecords.forEach(record -> {
            String position = record.partition() + ":" + record.offset();
            String expected = expected(record);
            List<String> found = written.getOrDefault(position, List.of(NONE));
            if (!found.equals(List.of(expected))) {
                differences.add("analysis of raw " + position + ": expected " + expected + ", written " + found);
            }
        });
        return differences;
    }

    private void note(ConsumerRecord<byte[], byte[]> record, Map<String, List<String>> written) {
        Analysed event = analysed.deserialize(topics.analysed().name(), record.value());
        if (event.getArticle().hasRemaining()) {
            written.computeIfAbsent(
                            event.getSourcePartition() + ":" + event.getSourceOffset(), position -> new ArrayList<>())
                    .add(hash(event.getArticle()));
        }
    }

    private String expected(ConsumerRecord<byte[], byte[]> record) {
        RawArticle article = raw.deserialize(topics.raw().name(), record.value());
        BoilerplateIndex index =
                boilerplate.computeIfAbsent(record.partition(), partition -> BoilerplateIndex.inMemory());
        try {
            AnalysisState state = stages.run(RawArticles.state(article, record.timestamp()), index);
            Position position =
                    new Position(topics.raw().name(), record.partition(), record.offset(), record.timestamp());
            EnrichedArticle event =
                    EnrichedArticles.eventOf(new ArticleEnvelope(SourceRecord.atPosition(position), article, state));
            return DeadLetters.sha256Hex(enriched.serialize(topics.enriched().name(), event));
        } catch (RejectedInputException deadLetter) {
            return NONE;
        }
    }

    private static String hash(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return DeadLetters.sha256Hex(copy);
    }
}
