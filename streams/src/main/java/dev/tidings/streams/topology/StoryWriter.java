package dev.tidings.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.failure.RegistryPatience;
import dev.tidings.streams.story.StoryGroup;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;

/** Makes the records of a change: the states of stories, then the relations of articles. */
final class StoryWriter implements AutoCloseable {

    private final Topics topics;
    private final Serializer<Story> stories;
    private final Serializer<ArticleRelation> relations;
    private final RegistryPatience patience;

    /** A record and the sink it goes to. */
    record Written(String sink, byte[] key, byte[] value) {}

    StoryWriter(TopologyContext context) {
        this.topics = context.topics();
        this.stories = context.serdes().serializer(topics.stories());
        this.relations = context.serdes().serializer(topics.relations());
        this.patience = context.patience();
    }

    List<Written> records(StoryChange change) {
        List<Written> records = new ArrayList<>();
        for (StoryGroup merged : change.decision().merged()) {
            records.add(written(StoryEvents.story(change, merged)));
        }
        records.add(written(StoryEvents.story(change, change.decision().story())));
        StoryRelations.of(change).forEach(relation -> records.add(written(relation)));
        return records;
    }

    private Written written(Story story) {
        byte[] value = patience.await(() -> stories.serialize(topics.stories().name(), story));
        return new Written(StoriesTopology.STORIES, story.getStoryId().getBytes(UTF_8), value);
    }

    private Written written(ArticleRelation relation) {
        byte[] value =
                patience.await(() -> relations.serialize(topics.relations().name(), relation));
        return new Written(StoriesTopology.RELATIONS, relation.getArticleId().getBytes(UTF_8), value);
    }

    @Override
    public void close() {
        stories.close();
        relations.close();
    }
}
