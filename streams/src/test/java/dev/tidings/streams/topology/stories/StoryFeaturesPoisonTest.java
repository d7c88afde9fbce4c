package dev.tidings.streams.topology.stories;

import dev.tidings.kafka.serde.PoisonLaws;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.streams.story.group.Events;
import dev.tidings.streams.topology.StoriesRun;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The story stage, which reads {@code tidings.story-features}. */
class StoryFeaturesPoisonTest implements PoisonLaws {

    @TempDir
    Path folder;

    private StoriesRun stories;

    @BeforeEach
    void open() {
        stories = new StoriesRun(folder);
    }

    @AfterEach
    void close() {
        stories.close();
    }

    /** Each tells of an event of its own. */
    @Override
    public byte[] goodValue(int number) {
        return stories.bytes(stories.article(String.valueOf(number), Events.of(number, 100 * number))
                .build());
    }

    @Override
    public byte[] goodKey(int number) {
        return new byte[] {(byte) number};
    }

    @Override
    public byte[] otherValue() {
        return stories.otherValue();
    }

    @Override
    public void read(byte @Nullable [] key, byte @Nullable [] value) {
        stories.sendBytes(key, value);
    }

    @Override
    public List<Integer> taken() {
        return stories.states().stream()
                .flatMap(state -> StoriesRun.uris(state).stream())
                .map(uri -> Integer.valueOf(uri.substring("test/".length())))
                .toList();
    }

    @Override
    public List<String> reasons() {
        return stories.deadLetters().stream().map(DeadLetter::getReason).toList();
    }
}
