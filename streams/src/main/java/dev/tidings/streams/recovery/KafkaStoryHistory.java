package dev.tidings.streams.recovery;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.Attempt;
import dev.tidings.streams.replay.plan.ReplayKafka;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.topology.analyse.AnalysedEvents;
import dev.tidings.streams.topology.stories.StoryHistory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What former versions have left of stories in Kafka. Its clients are opened when it is asked. For one thread. */
public final class KafkaStoryHistory implements StoryHistory {

    private final Topics topics;
    private final Settings settings;
    private @Nullable Clients clients;

    /** Makes it for the stories of some topics. */
    public KafkaStoryHistory(Topics topics, Settings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    /** What it reads with. */
    private record Clients(TopicAdmin broker, TopicLogs logs, EventReader events, AnalysedLog analysed) {

        static Clients open(Topics topics, Settings settings) {
            TopicAdmin broker = new TopicAdmin(settings);
            TopicLogs logs = new TopicLogs(new ReplayKafka(settings, broker));
            EventReader events = new EventReader(topics, new AvroSerdes(settings.registryConfig()));
            TopicPartition log = new TopicPartition(topics.analysed().name(), 0);
            return new Clients(broker, logs, events, new AnalysedLog(logs, log, events));
        }

        void close() {
            events.close();
            logs.close();
            broker.close();
        }
    }

    private Clients clients() {
        Clients open = clients == null ? Clients.open(topics, settings) : clients;
        clients = open;
        return open;
    }

    /**
     * @throws dev.tidings.kafka.admin.DependencyUnreachableException when Kafka does not answer
     */
    @Override
    public void readStates(StateReader reader) {
        Clients open = clients();
        for (TopicPartition partition : open.logs().partitionsOf(topics.stories())) {
            open.logs().findAll(partition, open.logs().spanOf(partition), record -> {
                if (record.key() != null) {
                    String story = new String(record.key(), StandardCharsets.UTF_8);
                    reader.readState(story, open.events().readStoryEvent(record));
                }
                return Optional.empty();
            });
        }
    }

    /**
     * @throws dev.tidings.kafka.admin.DependencyUnreachableException when Kafka does not answer
     */
    @Override
    public Optional<EventFeatures> remakeFeatures(StoryFeatures article) {
        Clients open = clients();
        return open.analysed()
                .find(article.getSourcePartition(), article.getSourceOffset())
                .filter(analysed -> analysed.getArticleId().equals(article.getArticleId()))
                .flatMap(open.events()::readArticle)
                .flatMap(event -> Attempt.of(FailureCategory.ENRICH, () -> AnalysedEvents.featuresOf(event))
                        .result());
    }

    @Override
    public void close() {
        if (clients != null) {
            clients.close();
            clients = null;
        }
    }
}
