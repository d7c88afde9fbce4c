package dev.tidings.streams.story.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A strand that has articles. For the thread of its index, which alone changes it. */
public final class StrandEntry {

    private final long id;
    private final String name;
    private final List<StoryArticle> members = new ArrayList<>(2);
    private StoryEntry story;
    private boolean labelled;

    StrandEntry(long id, String name, StoryEntry story) {
        this.id = id;
        this.name = name;
        this.story = story;
    }

    /** Returns the sequence of its first article. */
    public long id() {
        return id;
    }

    /** Returns the story id that it has by itself. */
    String name() {
        return name;
    }

    /** Returns its articles, the eldest first. */
    public List<StoryArticle> members() {
        return Collections.unmodifiableList(members);
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
        int place = members.size();
        while (place > 0 && members.get(place - 1).sequence() > article.sequence()) {
            place--;
        }
        members.add(place, article);
    }

    void removeMember(StoryArticle article) {
        members.remove(article);
    }
}
