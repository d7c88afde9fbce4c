package dev.tidings.streams.story.index;

import dev.tidings.streams.story.strand.Strand;
import java.util.List;

/** A strand that has articles. For the thread of its index, which alone changes it. */
public final class StrandEntry {

    private final String name;
    private final Strand strand;
    private List<StoryArticle> members = List.of();
    private StoryEntry story;
    private boolean labelled;

    StrandEntry(String name, Strand strand, StoryEntry story) {
        this.name = name;
        this.strand = strand;
        this.story = story;
    }

    /** Returns the sequence of its first article. */
    public long id() {
        return strand.id();
    }

    /** Returns the sum of its articles. */
    public Strand strand() {
        return strand;
    }

    /** Returns the story id that it has by itself. */
    String name() {
        return name;
    }

    /** Returns its articles, the eldest first. */
    public List<StoryArticle> members() {
        return members;
    }

    /** Returns the story it is of. */
    public StoryEntry story() {
        return story;
    }

    /** Returns whether the journal says what story it is of: it is not named after it. */
    boolean isLabelled() {
        return labelled;
    }

    void setStory(StoryEntry newStory, boolean nowLabelled) {
        story = newStory;
        labelled = nowLabelled;
    }

    void addMember(StoryArticle article) {
        members = Ordered.with(members, article, StoryArticle::sequence);
    }

    void removeMember(StoryArticle article) {
        members = Ordered.without(members, article);
    }
}
