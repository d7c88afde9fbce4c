package dev.tidings.streams.story.index;

import java.util.List;

/** A story that has strands. For the thread of its index, which alone changes it. */
public final class StoryEntry {

    private final String id;
    private List<StrandEntry> strands = List.of();

    StoryEntry(String id) {
        this.id = id;
    }

    /** Returns its id. */
    public String id() {
        return id;
    }

    /** Returns its strands, the eldest first; at least one while the index holds it. */
    public List<StrandEntry> strands() {
        return strands;
    }

    void addStrand(StrandEntry strand) {
        strands = Ordered.with(strands, strand, StrandEntry::id);
    }

    void removeStrand(StrandEntry strand) {
        strands = Ordered.without(strands, strand);
    }
}
