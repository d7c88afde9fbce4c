package dev.tidings.streams.story.group;

import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.StoryFeatureBuilder;
import dev.tidings.streams.story.feature.TermList;
import dev.tidings.streams.story.group.StoryDecision.Change;
import dev.tidings.streams.story.group.StoryDecision.Moved;
import dev.tidings.streams.story.group.StoryLinker.Link;
import dev.tidings.streams.story.index.ArticleDetails;
import dev.tidings.streams.story.index.Belonging;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.link.LinkParameters;
import dev.tidings.streams.story.posting.PackedSlots;
import dev.tidings.streams.story.posting.TermCounts;
import dev.tidings.streams.story.strand.StrandParameters;
import dev.tidings.streams.story.strand.StrandSplitter;
import dev.tidings.streams.story.strand.Strands.Fit;
import dev.tidings.streams.story.strand.TermVector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts each article into a story. Within a language it joins the strand whose average member it is like; a new strand
 * is linked to stories of other languages by names, places, days and numbers. A strand that has become two is split.
 *
 * <p>The result is a function of the articles and their order, and the same after a restart. Single writer.
 */
public final class StoryGrouper {

    /** Name and version of features and rules; relations carry it. */
    public static final String VERSION = StoryFeatureBuilder.VERSION + "+strands/3";

    /** How far the time of the stage moves with one article, in milliseconds: a wrong clock empties nothing. */
    private static final long MAX_STEP_MILLIS = 86_400_000;

    /** Most articles that expire when one is added. */
    private static final int MAX_EXPIRED = 1_000;

    /** Of so many of the newest articles of a strand the likest is named. */
    private static final int COMPARED_MEMBERS = 32;

    private static final double SCORE_UNITS = 10_000;

    /** A strand of so many articles looks for stories of other languages. */
    private static final int LINKED_MEMBERS = 2;

    private final StoryIndex index;
    private final StoryLinker linker;
    private final long window;
    private final int maxArticles;

    /** Groups into an index, which may hold articles already, with the usual memory. */
    public StoryGrouper(StoryIndex index) {
        this(index, StoryMemory.USUAL);
    }

    /**
     * Groups into an index, which may hold articles already.
     *
     * @param memory how long and how many articles are remembered
     */
    public StoryGrouper(StoryIndex index, StoryMemory memory) {
        this.index = index;
        this.linker = new StoryLinker(index);
        this.window = memory.window().toMillis();
        this.maxArticles = memory.maxArticles();
    }

    /** Returns what is remembered. */
    public StoryIndex index() {
        return index;
    }

    /**
     * Puts the next article into a story.
     *
     * @return what became of it; empty when a later revision of it has been grouped already
     */
    public Optional<StoryDecision> addArticle(ArticleDetails details, EventFeatures features) {
        Optional<StoryArticle> known = index.find(details.articleId());
        if (known.isPresent() && known.get().details().revision() > details.revision()) {
            return Optional.empty();
        }
        long clock = clockAt(details.place().time());
        index.expireBefore(clock - window, MAX_EXPIRED);
        index.expireOver(maxArticles - 1, MAX_EXPIRED);
        Optional<StoryArticle> living = index.find(details.articleId());
        return Optional.of(
                living.isPresent()
                        ? reviseArticle(living.get(), details, features, clock)
                        : placeArticle(new Arrival(details, features, index.nextSlot(), clock)));
    }

    /**
     * Counts a copy of an article. One whose originals are all forgotten belongs to no story, and what is an article of
     * a story itself, in an earlier revision, stays one.
     *
     * @param originals ids of what it may be found by, the likeliest first: articles, or copies of articles
     * @return the article that it is a copy of; empty when no story has a copy more for it
     */
    public Optional<StoryArticle> addCopy(String copyId, String source, List<String> originals) {
        return originals.stream()
                .flatMap(original ->
                        Stream.of(Optional.of(original), index.copies().originalOf(original)))
                .flatMap(Optional::stream)
                .flatMap(original -> index.find(original).stream())
                .findFirst()
                .filter(original -> index.find(copyId).isEmpty())
                .filter(original -> index.copies().addCopy(copyId, source, original));
    }

    /** An article that is to be placed. */
    private record Arrival(ArticleDetails details, EventFeatures features, int slot, long clock) {}

    private long clockAt(long time) {
        long before = index.clock();
        return before == Long.MIN_VALUE ? time : Math.max(before, Math.min(time, before + MAX_STEP_MILLIS));
    }

    private StoryArticle.Terms termsOf(EventFeatures features) {
        TermVector vector = index.strands().vectorOf(features.terms(), features.language());
        return new StoryArticle.Terms(
                vector, index.links().packFeatures(features), lighterTerms(features.terms(), vector));
    }

    private static PackedSlots lighterTerms(TermList terms, TermVector vector) {
        int[] slots = new int[terms.size() - vector.size()];
        int size = 0;
        for (int term = 0; term < terms.size(); term++) {
            if (vector.weightOf(terms.hashAt(term)) == 0) {
                slots[size++] = TermCounts.slotOf(terms.hashAt(term));
            }
        }
        return PackedSlots.of(slots);
    }

    private StoryDecision placeArticle(Arrival arrival) {
        StoryArticle.Terms terms = termsOf(arrival.features());
        List<Fit> fits = index.strands()
                .fittingStrands(terms.vector(), arrival.features().language());
        fits.removeIf(fit -> fit.score() < StrandParameters.JOIN_THRESHOLD);
        return fits.isEmpty() ? beginStrand(arrival, terms) : joinStrand(arrival, terms, fits);
    }

    private StoryDecision beginStrand(Arrival arrival, StoryArticle.Terms terms) {
        long sequence = index.nextSequence();
        String name = nameOfStrand(arrival.details().articleId(), sequence);
        List<Link> links = linker.likelyStories(terms.link(), arrival.features().language(), name);
        Belonging belonging = links.isEmpty() ? Belonging.FIRST : belongingOf(arrival, terms, links.get(0));
        StoryArticle article = newArticle(arrival, terms, belonging, sequence, name);
        index.addArticle(article);
        if (links.isEmpty()) {
            return new StoryDecision(article, name, Change.STARTED, List.of());
        }
        // Nobody has heard of the story that it would have been by itself.
        index.mergeStories(links.get(0).story(), name);
        List<Moved> moved = mergeLinked(article, links.subList(1, links.size()));
        return new StoryDecision(article, index.storyOf(article), moved.isEmpty() ? Change.GREW : Change.MERGED, moved);
    }

    private StoryDecision joinStrand(Arrival arrival, StoryArticle.Terms terms, List<Fit> fits) {
        StoryArticle nearest = nearestOf(index.membersOf(fits.get(0).strand().id()), terms.vector());
        Belonging belonging = new Belonging(
                rounded(StrandParameters.probabilityOf(fits.get(0).score())),
                Optional.of(nearest.id()),
                ReasonFinder.findReasons(index, arrival.features(), terms, nearest));
        StoryArticle article = newArticle(arrival, terms, belonging, nearest.strand(), nearest.strandName());
        index.addArticle(article);
        List<Moved> merged = new ArrayList<>(mergeSecond(article, fits));
        if (isSmall(article)) {
            String story = index.storyOf(article);
            merged.addAll(mergeLinked(article, linker.likelyStories(article.link(), article.language(), story)));
        }
        List<Moved> split = splitStrand(article);
        List<Moved> moved = new ArrayList<>(merged);
        moved.addAll(split);
        return new StoryDecision(article, index.storyOf(article), changeOf(merged, split), moved);
    }

    private static Change changeOf(List<Moved> merged, List<Moved> split) {
        if (!split.isEmpty()) {
            return Change.SPLIT;
        }
        return merged.isEmpty() ? Change.GREW : Change.MERGED;
    }

    private Belonging belongingOf(Arrival arrival, StoryArticle.Terms terms, Link link) {
        return new Belonging(
                rounded(link.probability()),
                Optional.of(link.nearest().id()),
                ReasonFinder.findReasons(index, arrival.features(), terms, link.nearest()));
    }

    /** Four digits are more than the score knows, and the same on every machine. */
    private static double rounded(double figure) {
        return Math.rint(figure * SCORE_UNITS) / SCORE_UNITS;
    }

    private StoryArticle newArticle(
            Arrival arrival, StoryArticle.Terms terms, Belonging belonging, long strand, String name) {
        return new StoryArticle(
                index.nextSequence(),
                arrival.slot(),
                arrival.clock(),
                arrival.features().language(),
                arrival.details(),
                belonging,
                terms,
                strand,
                name);
    }

    /** A story is named after its first article, unless that has left one that still bears its name. */
    private String nameOfStrand(String articleId, long sequence) {
        return index.isNameUsed(articleId)
                ? UUID.nameUUIDFromBytes((articleId + '#' + sequence).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : articleId;
    }

    private static StoryArticle nearestOf(List<StoryArticle> members, TermVector vector) {
        List<StoryArticle> newest = newestOf(members);
        StoryArticle nearest = newest.get(0);
        double most = -1;
        for (StoryArticle member : newest) {
            double likeness = vector.likenessTo(member.vector());
            nearest = likeness > most ? member : nearest;
            most = Math.max(most, likeness);
        }
        return nearest;
    }

    private static List<StoryArticle> newestOf(List<StoryArticle> members) {
        return members.subList(Math.max(0, members.size() - COMPARED_MEMBERS), members.size());
    }

    /** An article that fits a second strand as well makes both one story, if they are as like as their own members. */
    private List<Moved> mergeSecond(StoryArticle article, List<Fit> fits) {
        if (fits.size() < 2 || !fits.get(0).strand().isOneWith(fits.get(1).strand())) {
            return List.of();
        }
        String other = index.storyOf(index.membersOf(fits.get(1).strand().id()).get(0));
        return mergeInto(index.storyOf(article), other).stream().toList();
    }

    private boolean isSmall(StoryArticle article) {
        return index.membersOf(article.strand()).size() <= LINKED_MEMBERS
                && index.strandsOf(index.storyOf(article)).size() == 1;
    }

    private List<Moved> mergeLinked(StoryArticle article, List<Link> links) {
        List<Moved> moved = new ArrayList<>();
        for (Link link : links) {
            String story = index.storyOf(article);
            boolean sure = link.probability() >= LinkParameters.FURTHER_THRESHOLD
                    || index.strandsOf(story).size() == 1;
            boolean stands = !link.story().equals(story)
                    && !index.strandsOf(link.story()).isEmpty();
            if (sure && stands && linker.mayBeOne(story, link.story())) {
                mergeInto(story, link.story()).ifPresent(moved::add);
            }
        }
        return moved;
    }

    /** Merges the younger of two stories into the elder. */
    private Optional<Moved> mergeInto(String one, String other) {
        if (one.equals(other)
                || index.strandsOf(one).size() + index.strandsOf(other).size() > LinkParameters.MAX_STRANDS) {
            return Optional.empty();
        }
        boolean firstIsElder =
                index.strandsOf(one).get(0).id() < index.strandsOf(other).get(0).id();
        String elder = firstIsElder ? one : other;
        String younger = firstIsElder ? other : one;
        List<StoryArticle> articles = index.articlesOf(younger);
        index.mergeStories(elder, younger);
        return Optional.of(new Moved(younger, elder, articles));
    }

    private List<Moved> splitStrand(StoryArticle article) {
        List<StoryArticle> members = index.membersOf(article.strand());
        if (!StrandSplitter.isDue(members.size())) {
            return List.of();
        }
        Optional<BitSet> leaving = StrandSplitter.findLeavers(
                members.stream().map(StoryArticle::vector).toList());
        if (leaving.isEmpty()) {
            return List.of();
        }
        List<StoryArticle> leavers =
                leaving.get().stream().mapToObj(members::get).toList();
        String from = index.storyOf(article);
        String name = nameOfStrand(leavers.get(0).id(), index.nextSequence());
        index.splitStrand(leavers, name);
        return List.of(new Moved(from, name, leavers));
    }

    /** A revision stays in its strand unless it is hardly like the rest of it any more. */
    private StoryDecision reviseArticle(
            StoryArticle known, ArticleDetails details, EventFeatures features, long clock) {
        StoryArticle.Terms terms = termsOf(features);
        List<StoryArticle> others = newestOf(index.membersOf(known.strand())).stream()
                .filter(member -> member != known)
                .toList();
        double likeness = others.stream()
                .mapToDouble(member -> terms.vector().likenessTo(member.vector()))
                .average()
                .orElse(1);
        if (likeness >= StrandParameters.JOIN_THRESHOLD * StrandParameters.LEAVE_SHARE) {
            index.reviseArticle(known, details, known.belonging(), terms);
            return new StoryDecision(known, index.storyOf(known), Change.REVISED, List.of());
        }
        String from = index.storyOf(known);
        index.removeArticle(known);
        StoryDecision placed = placeArticle(new Arrival(details, features, known.slot(), clock));
        index.copies().moveCopies(known.sequence(), placed.article());
        List<Moved> moved = new ArrayList<>(placed.moved());
        if (!placed.story().equals(from)) {
            moved.add(new Moved(from, placed.story(), List.of(placed.article())));
        }
        return new StoryDecision(placed.article(), placed.story(), placed.change(), moved);
    }
}
