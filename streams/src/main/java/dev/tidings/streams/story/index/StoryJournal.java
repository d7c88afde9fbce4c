package dev.tidings.streams.story.index;

/** Where an index writes what it has to know after a restart; everything else it derives from that. */
public interface StoryJournal {

    /** Forgets everything: for commands and tests. */
    StoryJournal NONE = new StoryJournal() {
        @Override
        public void putArticle(StoryArticle article, long firstSequence) {}

        @Override
        public void putLabel(long strand, String story) {}

        @Override
        public void removeLabel(long strand) {}

        @Override
        public void putCopy(CarriedCopy copy) {}

        @Override
        public void removeCopy(int slot) {}
    };

    /**
     * Writes an article, over whatever stands in its slot.
     *
     * @param firstSequence sequence of the eldest article that is remembered
     */
    void putArticle(StoryArticle article, long firstSequence);

    /** Writes that a strand belongs to a story that is not named after it. */
    void putLabel(long strand, String story);

    /** Removes what {@link #putLabel} wrote. */
    void removeLabel(long strand);

    /** Writes a copy of an article, over whatever stands in its slot. */
    void putCopy(CarriedCopy copy);

    /** Removes what {@link #putCopy} wrote into a slot. */
    void removeCopy(int slot);
}
