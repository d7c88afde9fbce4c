package dev.tidings.streams.story.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A story that has strands. For the thread of its index, which alone changes it. */
public final class StoryEntry {

    private final String id;
    private final List<StrandEntry> strands = new ArrayList<>(1);

    StoryEntry(String id) {
        this.id = id;
    }

    /** Returns its id. */
    public String id() {
        return id;
    }

    /** Returns its strands, the eldest first; at least one while the index holds it. */
    public List<StrandEntry> strands() {
        return Collections.unmodifiableList(strands);
    }

    void addStrand(StrandEntry strand) {
        int place = strands.size();
        while (place > 0 && strands.get(place - 1).id() > strand.id()) {
            place--;
        }
        strands.add(place, strand);
    }

    void removeStrand(StrandEntry strand) {
        strands.remove(strand);
    }
}
