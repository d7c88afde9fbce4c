package dev.tidings.streams.story.index;

import dev.tidings.streams.story.link.LinkParameters;
import dev.tidings.streams.story.link.Links;
import dev.tidings.streams.story.strand.Strands;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the stage remembers: the articles of the window, the strands they are in, and the stories that strands are of.
 * All of it follows from the articles and the labels that the journal holds. For one thread.
 */
public final class StoryIndex {

    private final StoryJournal journal;
    private final Strands strands = new Strands();
    private final Links links = new Links();
    private final CarriedCopies copies;
    private final RememberedArticles remembered = new RememberedArticles();
    private final Map<Long, StrandEntry> entries = new HashMap<>();
    private final Set<String> strandNames = new HashSet<>();
    private final Map<String, StoryEntry> stories = new HashMap<>();
    private long nextSequence;
    private long clock = Long.MIN_VALUE;
    private long forgottenEarly;

    /** Makes an empty index. */
    public StoryIndex(StoryJournal journal) {
        this.journal = journal;
        this.copies = new CarriedCopies(journal);
    }

    /**
     * Fills an empty index with what its journal held.
     *
     * @param articles in the order of their sequences
     * @param storyLabels story of each strand that is not named after it; of strands without articles nothing is kept
     * @param stored copies; of articles that are not remembered nothing is kept
     */
    public void restore(List<StoryArticle> articles, Map<Long, String> storyLabels, Collection<CarriedCopy> stored) {
        remembered.reserveSlots(articles);
        for (StoryArticle article : articles) {
            remember(article, storyLabels.get(article.strand()));
        }
        Set<Long> sequences = articles.stream().map(StoryArticle::sequence).collect(Collectors.toSet());
        copies.restore(stored.stream()
                .filter(copy -> sequences.contains(copy.original()))
                .toList());
    }

    /** Returns the copies of the articles. */
    public CarriedCopies copies() {
        return copies;
    }

    /** Returns what finds and scores strands. */
    public Strands strands() {
        return strands;
    }

    /** Returns what finds and scores articles of other languages. */
    public Links links() {
        return links;
    }

    /** Returns how many articles are remembered. */
    public int articleCount() {
        return remembered.count();
    }

    /** Returns the time of the stage, that of its newest article; the smallest long before the first. */
    public long clock() {
        return clock;
    }

    /** Returns the sequence of the next article. */
    public long nextSequence() {
        return nextSequence;
    }

    /** Returns the slot of the next article. */
    public int nextSlot() {
        return remembered.nextSlot();
    }

    /** Returns a remembered article by its id. */
    public Optional<StoryArticle> find(String articleId) {
        return Optional.ofNullable(remembered.find(articleId));
    }

    /** Returns the article of a slot; null when it is free. */
    public @Nullable StoryArticle articleAt(int slot) {
        return remembered.at(slot);
    }

    /** Returns the articles of a strand, the eldest first. */
    public List<StoryArticle> membersOf(long strand) {
        StrandEntry entry = entries.get(strand);
        return entry == null ? List.of() : entry.members();
    }

    /** Returns the id of the story of an article. */
    public String storyOf(StoryArticle article) {
        return article.entry().story().id();
    }

    /** Returns the story of an article. */
    public StoryEntry entryOf(StoryArticle article) {
        return article.entry().story();
    }

    /** Returns the strands of a story, the eldest first. */
    public List<StrandEntry> strandsOf(String story) {
        StoryEntry entry = stories.get(story);
        return entry == null ? List.of() : entry.strands();
    }

    /** Returns the ids of the stories, the eldest first. */
    public List<String> storyIds() {
        return stories.values().stream()
                .sorted(Comparator.comparingLong(story -> story.strands().get(0).id()))
                .map(StoryEntry::id)
                .toList();
    }

    /** Returns the articles of a story, the eldest first. */
    public List<StoryArticle> articlesOf(String story) {
        return strandsOf(story).stream()
                .flatMap(strand -> strand.members().stream())
                .sorted(Comparator.comparingLong(StoryArticle::sequence))
                .toList();
    }

    /** Returns whether a story has that id, or a strand is named so. */
    public boolean isNameUsed(String name) {
        return stories.containsKey(name) || strandNames.contains(name);
    }

    /** Remembers an article whose terms are counted, and writes it. */
    public void addArticle(StoryArticle article) {
        remember(article, null);
        copies.removeCopy(article.id());
        journal.putArticle(article, firstSequence());
    }

    private long firstSequence() {
        StoryArticle first = remembered.eldest();
        return first == null ? nextSequence : first.sequence();
    }

    private void remember(StoryArticle article, @Nullable String label) {
        remembered.add(article);
        nextSequence = Math.max(nextSequence, article.sequence() + 1);
        clock = Math.max(clock, article.clock());
        countTerms(article, 1);
        enterStrand(article, label);
    }

    private void countTerms(StoryArticle article, int change) {
        strands.countTerms(article.language(), article.vector(), article.lighterTerms(), change);
        links.countTerms(article.link(), change);
    }

    /** Puts an article into its strand; the label is of a strand that begins with it, null for its own name. */
    private void enterStrand(StoryArticle article, @Nullable String label) {
        StrandEntry entry = entries.get(article.strand());
        if (entry == null) {
            entry = beginStrand(article, label);
        }
        entry.addMember(article);
        article.enter(entry);
        strands.addArticle(entry.strand(), article.vector());
        postEldest(entry.members());
    }

    private StrandEntry beginStrand(StoryArticle first, @Nullable String label) {
        StoryEntry story = stories.computeIfAbsent(label == null ? first.strandName() : label, StoryEntry::new);
        StrandEntry entry =
                new StrandEntry(first.strandName(), strands.beginStrand(first.strand(), first.language()), story);
        entry.setStory(story, label != null);
        entries.put(entry.id(), entry);
        strandNames.add(entry.name());
        story.addStrand(entry);
        return entry;
    }

    /** The eldest articles of a strand are those that other languages find it by. */
    private void postEldest(List<StoryArticle> strand) {
        for (int place = 0; place < Math.min(strand.size(), LinkParameters.STRAND_REPRESENTATIVES + 1); place++) {
            setPosted(strand.get(place), place < LinkParameters.STRAND_REPRESENTATIVES);
        }
    }

    private void setPosted(StoryArticle article, boolean posted) {
        if (article.isPosted() != posted) {
            article.setPosted(posted);
            links.postArticle(article.slot(), article.language(), article.link(), posted);
        }
    }

    private void leaveStrand(StoryArticle article) {
        StrandEntry entry = article.entry();
        entry.removeMember(article);
        setPosted(article, false);
        strands.removeArticle(entry.strand(), article.vector());
        if (entry.members().isEmpty()) {
            endStrand(entry);
        } else {
            postEldest(entry.members());
        }
    }

    private void endStrand(StrandEntry entry) {
        StoryEntry story = entry.story();
        story.removeStrand(entry);
        if (story.strands().isEmpty()) {
            stories.remove(story.id());
        }
        entries.remove(entry.id());
        strandNames.remove(entry.name());
        if (entry.isLabelled()) {
            journal.removeLabel(entry.id());
        }
    }

    /** Forgets an article. */
    public void removeArticle(StoryArticle article) {
        leaveStrand(article);
        countTerms(article, -1);
        remembered.remove(article);
    }

    /**
     * Forgets articles that came before a time, the eldest first, so many at most.
     *
     * @param before in milliseconds since 1970, by the clock of the stage
     */
    public void expireBefore(long before, int most) {
        for (int count = 0; count < most; count++) {
            StoryArticle eldest = remembered.eldest();
            if (eldest == null || eldest.clock() >= before) {
                return;
            }
            copies.forgetCopies(eldest.sequence());
            removeArticle(eldest);
        }
    }

    /** Forgets the eldest articles over a count, so many at most. */
    public void expireOver(int kept, int most) {
        for (int count = 0; count < most && remembered.count() > kept; count++) {
            StoryArticle eldest = remembered.eldest();
            if (eldest == null) {
                return;
            }
            forgottenEarly = eldest.clock();
            removeArticle(eldest);
        }
    }

    /**
     * Returns the time up to which articles have left because there were too many, by the clock of the stage in
     * milliseconds since 1970; 0 when none has since the index was made.
     */
    public long forgottenEarly() {
        return forgottenEarly;
    }

    /** Puts a later revision in the place of an article, in the same strand, and writes it. */
    public void reviseArticle(
            StoryArticle article, ArticleDetails details, Belonging belonging, StoryArticle.Terms terms) {
        StrandEntry before = article.entry();
        leaveStrand(article);
        countTerms(article, -1);
        article.revise(details, belonging, terms);
        countTerms(article, 1);
        boolean ended = before.members().isEmpty();
        if (ended && before.isLabelled()) {
            journal.putLabel(before.id(), before.story().id());
        }
        enterStrand(article, before.isLabelled() ? before.story().id() : null);
        journal.putArticle(article, firstSequence());
    }

    /** Moves articles of one strand into a strand of their own, which is a story by itself, and writes them. */
    public void splitStrand(List<StoryArticle> leavers, String name) {
        long strand = leavers.get(0).sequence();
        for (StoryArticle article : leavers) {
            leaveStrand(article);
            article.moveTo(strand, name);
            enterStrand(article, null);
            journal.putArticle(article, firstSequence());
        }
    }

    /** Makes one story of two: all strands of the other belong to the one from now on. */
    public void mergeStories(String story, String other) {
        StoryEntry into = entryOf(story);
        StoryEntry moved = entryOf(other);
        stories.remove(other);
        for (StrandEntry strand : moved.strands()) {
            strand.setStory(into, true);
            into.addStrand(strand);
            journal.putLabel(strand.id(), story);
        }
    }

    private StoryEntry entryOf(String story) {
        StoryEntry entry = stories.get(story);
        if (entry == null) {
            throw new IllegalStateException("no story " + story);
        }
        return entry;
    }

    /** Returns a number for the whole state; equal states have the same. */
    public long fingerprint() {
        long print = (strands.fingerprint() * 31 + links.fingerprint()) * 31 + copies.fingerprint();
        for (StoryEntry story : new TreeMap<>(stories).values()) {
            print = print * 31 + story.id().hashCode();
            for (StrandEntry strand : story.strands()) {
                print = print * 31 + strand.id();
            }
        }
        for (StoryArticle article : remembered.all().stream()
                .sorted(Comparator.comparingLong(StoryArticle::sequence))
                .toList()) {
            print = print * 31 + article.sequence() * 7 + article.slot();
            print = print * 31 + article.strand() + (article.isPosted() ? 1 : 0);
        }
        return print * 31 + clock;
    }
}
