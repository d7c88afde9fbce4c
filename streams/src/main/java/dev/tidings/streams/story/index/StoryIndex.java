package dev.tidings.streams.story.index;

import dev.tidings.streams.story.link.LinkParameters;
import dev.tidings.streams.story.link.Links;
import dev.tidings.streams.story.strand.Strands;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final Deque<StoryArticle> byArrival = new ArrayDeque<>();
    private final List<@Nullable StoryArticle> bySlot = new ArrayList<>();
    private final PriorityQueue<Integer> freeSlots = new PriorityQueue<>();
    private final Map<String, StoryArticle> byId = new HashMap<>();
    private final Map<Long, List<StoryArticle>> members = new HashMap<>();
    private final Set<String> strandNames = new HashSet<>();
    private final Map<Long, String> labels = new HashMap<>();
    private final Map<String, SortedSet<Long>> stories = new HashMap<>();
    private long nextSequence;
    private long clock = Long.MIN_VALUE;

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
        for (StoryArticle article : articles) {
            while (bySlot.size() <= article.slot()) {
                bySlot.add(null);
            }
            String label = storyLabels.get(article.strand());
            if (label != null) {
                labels.put(article.strand(), label);
            }
            remember(article);
        }
        for (int slot = 0; slot < bySlot.size(); slot++) {
            if (bySlot.get(slot) == null) {
                freeSlots.add(slot);
            }
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
        return byId.size();
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
        Integer free = freeSlots.peek();
        return free == null ? bySlot.size() : free;
    }

    /** Returns a remembered article by its id. */
    public Optional<StoryArticle> find(String articleId) {
        return Optional.ofNullable(byId.get(articleId));
    }

    /** Returns the article of a slot; null when it is free. */
    public @Nullable StoryArticle articleAt(int slot) {
        return bySlot.get(slot);
    }

    /** Returns the articles of a strand, the eldest first. */
    public List<StoryArticle> membersOf(long strand) {
        return members.getOrDefault(strand, List.of());
    }

    /** Returns the story of a strand. */
    public String storyOf(StoryArticle article) {
        return labels.getOrDefault(article.strand(), article.strandName());
    }

    /** Returns the strands of a story, the eldest first. */
    public SortedSet<Long> strandsOf(String story) {
        return stories.getOrDefault(story, new TreeSet<>());
    }

    /** Returns the ids of the stories, the eldest first. */
    public List<String> storyIds() {
        return stories.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, SortedSet<Long>> story) ->
                        story.getValue().first()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the articles of a story, the eldest first. */
    public List<StoryArticle> articlesOf(String story) {
        return strandsOf(story).stream()
                .flatMap(strand -> membersOf(strand).stream())
                .sorted(Comparator.comparingLong(StoryArticle::sequence))
                .toList();
    }

    /** Returns whether a story has that id, or a strand is named so. */
    public boolean isNameUsed(String name) {
        return stories.containsKey(name) || strandNames.contains(name);
    }

    /** Remembers an article whose terms are counted, and writes it. */
    public void addArticle(StoryArticle article) {
        remember(article);
        copies.removeCopy(article.id());
        journal.putArticle(article, firstSequence());
    }

    private long firstSequence() {
        StoryArticle first = eldest();
        return first == null ? nextSequence : first.sequence();
    }

    /** One that was removed before its time may still stand in the line. */
    private @Nullable StoryArticle eldest() {
        StoryArticle first = byArrival.peekFirst();
        while (first != null && bySlot.get(first.slot()) != first) {
            byArrival.removeFirst();
            first = byArrival.peekFirst();
        }
        return first;
    }

    private void remember(StoryArticle article) {
        if (article.slot() < bySlot.size()) {
            freeSlots.remove(article.slot());
            bySlot.set(article.slot(), article);
        } else {
            bySlot.add(article);
        }
        byId.put(article.id(), article);
        byArrival.addLast(article);
        nextSequence = Math.max(nextSequence, article.sequence() + 1);
        clock = Math.max(clock, article.clock());
        countTerms(article, 1);
        enterStrand(article);
    }

    private void countTerms(StoryArticle article, int change) {
        strands.countTerms(article.language(), article.termSlots(), change);
        links.countTerms(article.link(), change);
    }

    private void enterStrand(StoryArticle article) {
        List<StoryArticle> strand = members.computeIfAbsent(article.strand(), any -> new ArrayList<>(2));
        int place = strand.size();
        while (place > 0 && strand.get(place - 1).sequence() > article.sequence()) {
            place--;
        }
        strand.add(place, article);
        strands.addArticle(article.strand(), article.language(), article.vector());
        strandNames.add(article.strandName());
        stories.computeIfAbsent(storyOf(article), any -> new TreeSet<>()).add(article.strand());
        postEldest(strand);
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
        List<StoryArticle> strand = membersOf(article.strand());
        strand.remove(article);
        setPosted(article, false);
        strands.removeArticle(article.strand(), article.vector());
        if (strand.isEmpty()) {
            endStrand(article);
        } else {
            postEldest(strand);
        }
    }

    private void endStrand(StoryArticle last) {
        String story = storyOf(last);
        strandsOf(story).remove(last.strand());
        if (strandsOf(story).isEmpty()) {
            stories.remove(story);
        }
        members.remove(last.strand());
        strandNames.remove(last.strandName());
        if (labels.remove(last.strand()) != null) {
            journal.removeLabel(last.strand());
        }
    }

    /** Forgets an article. */
    public void removeArticle(StoryArticle article) {
        leaveStrand(article);
        countTerms(article, -1);
        byId.remove(article.id());
        bySlot.set(article.slot(), null);
        freeSlots.add(article.slot());
    }

    /**
     * Forgets articles that came before a time, the eldest first, so many at most.
     *
     * @param before in milliseconds since 1970, by the clock of the stage
     */
    public void expireBefore(long before, int most) {
        for (int count = 0; count < most; count++) {
            StoryArticle eldest = eldest();
            if (eldest == null || eldest.clock() >= before) {
                return;
            }
            copies.forgetCopies(eldest.sequence());
            removeArticle(eldest);
        }
    }

    /** Puts a later revision in the place of an article, in the same strand, and writes it. */
    public void reviseArticle(
            StoryArticle article, ArticleDetails details, Belonging belonging, StoryArticle.Terms terms) {
        String label = labels.get(article.strand());
        leaveStrand(article);
        countTerms(article, -1);
        article.revise(details, belonging, terms);
        countTerms(article, 1);
        if (label != null && labels.put(article.strand(), label) == null) {
            journal.putLabel(article.strand(), label);
        }
        enterStrand(article);
        journal.putArticle(article, firstSequence());
    }

    /** Moves articles of one strand into a strand of their own, which is a story by itself, and writes them. */
    public void splitStrand(List<StoryArticle> leavers, String name) {
        long strand = leavers.get(0).sequence();
        for (StoryArticle article : leavers) {
            leaveStrand(article);
            article.moveTo(strand, name);
            enterStrand(article);
            journal.putArticle(article, firstSequence());
        }
    }

    /** Makes one story of two: all strands of the other belong to the one from now on. */
    public void mergeStories(String story, String other) {
        SortedSet<Long> moved = stories.remove(other);
        if (moved == null) {
            throw new IllegalStateException("no story " + other);
        }
        for (long strand : moved) {
            labels.put(strand, story);
            journal.putLabel(strand, story);
        }
        strandsOf(story).addAll(moved);
    }

    /** Returns a number for the whole state; equal states have the same. */
    public long fingerprint() {
        long print = (strands.fingerprint() * 31 + links.fingerprint()) * 31 + copies.fingerprint();
        for (Map.Entry<String, SortedSet<Long>> story : new TreeMap<>(stories).entrySet()) {
            print = print * 31 + story.hashCode();
        }
        for (StoryArticle article : byId.values().stream()
                .sorted(Comparator.comparingLong(StoryArticle::sequence))
                .toList()) {
            print = print * 31 + article.sequence() * 7 + article.slot();
            print = print * 31 + article.strand() + (article.isPosted() ? 1 : 0);
        }
        return print * 31 + clock;
    }
}
