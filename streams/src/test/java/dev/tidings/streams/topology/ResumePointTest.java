package dev.tidings.streams.topology;

import static dev.tidings.streams.topology.DedupRun.TOPICS;
import static dev.tidings.streams.topology.DedupRun.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.RelationKind;
import dev.tidings.streams.story.group.Events;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage that reads its source again to make its memory: nothing of what is written comes out a second time. */
class ResumePointTest {

    private static final String TEXT =
            "The same words, long enough to be an article, stand in the first and in the last of them.";

    @TempDir
    private Path folder;

    @Test
    void deduplicationRemembersWhatIsWrittenAndNumbersOnFromThere() {
        try (DedupRun dedup = new DedupRun(folder, new ResumePoint(3, 10))) {
            dedup.send(dedup.article("known", TEXT));
            dedup.sendBytes("poison", new byte[] {7}, DedupRun.START);
            dedup.send(dedup.article("other", "Something else altogether that nobody is going to read or to miss."));
            assertThat(dedup.output(TOPICS.enriched())).isEmpty();
            assertThat(dedup.output(TOPICS.storyFeatures())).isEmpty();
            assertThat(dedup.deadLetters()).isEmpty();

            dedup.send(dedup.article("copy", TEXT));
            dedup.send(dedup.article("new", "Other words, long enough as well, which have not been read here before."));
            dedup.sendBytes("poison", new byte[] {7}, DedupRun.START);

            assertThat(dedup.relations()).singleElement().satisfies(relation -> {
                assertThat(relation.getKind()).isEqualTo(RelationKind.EXACT);
                assertThat(relation.getUri()).isEqualTo("test/copy");
                assertThat(relation.getDecision()).isEqualTo(10);
            });
            assertThat(dedup.output(TOPICS.enriched()))
                    .extracting(record -> header(record, EventHeaders.DECISION))
                    .containsExactly("11");
            assertThat(dedup.deadLetters()).hasSize(1);
        }
    }

    @Test
    void storiesRememberWhatIsWrittenAndGoOnWithIt() {
        try (StoriesRun stories = new StoriesRun(folder, new ResumePoint(2, 0))) {
            stories.send(stories.article("a", Events.of(1, 1)));
            stories.sendBytes("poison", new byte[] {7}, StoriesRun.START);
            assertThat(stories.states()).isEmpty();
            assertThat(stories.deadLetters()).isEmpty();

            stories.send(stories.article("b", Events.of(2, 1)));

            assertThat(stories.states())
                    .singleElement()
                    .satisfies(story -> assertThat(StoriesRun.uris(story)).containsExactly("test/a", "test/b"));
            assertThat(stories.relations())
                    .singleElement()
                    .satisfies(relation -> assertThat(relation.getRelatedId()).isEqualTo(StoriesRun.id("a")));
        }
    }
}
