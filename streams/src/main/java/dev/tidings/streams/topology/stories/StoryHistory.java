package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.story.feature.EventFeatures;
import java.util.Optional;

/**
 * What stands in the topics beside the log of the stage: asked when a version that grouped otherwise, or knew other
 * features, was there before. For one thread.
 */
public interface StoryHistory extends AutoCloseable {

    /** Takes the states of stories. */
    interface StateReader {

        /**
         * Takes a state.
         *
         * @param storyId id of the story
         * @param state the state; empty when the story was removed
         */
        void readState(String storyId, Optional<Story> state);
    }

    /** Hands over the states that are written, in their order; of a story the last one is the one that stands. */
    void readStates(StateReader reader);

    /**
     * Makes the features of an article anew.
     *
     * @param article the record of an article whose features a former version made
     * @return the features; empty when its event is not kept any more
     */
    Optional<EventFeatures> remakeFeatures(StoryFeatures article);

    /** Gives back what it holds; it can be asked again. */
    @Override
    void close();
}
