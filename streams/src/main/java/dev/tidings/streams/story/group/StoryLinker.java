package dev.tidings.streams.story.group;

import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryEntry;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.index.StrandEntry;
import dev.tidings.streams.story.link.LinkFeatures;
import dev.tidings.streams.story.link.LinkParameters;
import dev.tidings.streams.story.strand.Strand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the stories of other languages that an article is of. It is held against the eldest articles of each story, and
 * these have to agree on average: one that is alike does not make a link.
 */
final class StoryLinker {

    private static final Comparator<Link> BEST_FIRST =
            Comparator.comparingDouble(Link::probability).reversed().thenComparing(Link::story);

    private final StoryIndex index;

    /**
     * A story that an article is of.
     *
     * @param story its id
     * @param probability how likely, 0 to 1
     * @param nearest its article that is likest
     */
    record Link(String story, double probability, StoryArticle nearest) {}

    StoryLinker(StoryIndex index) {
        this.index = index;
    }

    /** Returns the stories that are likely enough, the likeliest first; none while all articles are of one language. */
    List<Link> likelyStories(LinkFeatures features, String language, String ownStory) {
        if (!index.strands().hasOtherThan(language)) {
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        for (StoryEntry story : candidateStories(features, language, ownStory)) {
            Link link = linkTo(story, features, language);
            if (link.probability() >= LinkParameters.LINK_THRESHOLD) {
                links.add(link);
            }
        }
        links.sort(BEST_FIRST);
        return links;
    }

    private Set<StoryEntry> candidateStories(LinkFeatures features, String language, String ownStory) {
        Set<StoryEntry> stories = new LinkedHashSet<>();
        for (int slot : index.links().candidates(features, language)) {
            StoryArticle article = index.articleAt(slot);
            if (article != null && !index.storyOf(article).equals(ownStory)) {
                stories.add(index.entryOf(article));
            }
        }
        return stories;
    }

    private Link linkTo(StoryEntry story, LinkFeatures features, String language) {
        List<StoryArticle> others = representatives(story, language);
        double sum = 0;
        double most = Double.NEGATIVE_INFINITY;
        StoryArticle nearest = others.get(0);
        int left = others.size();
        for (StoryArticle other : others) {
            double logit = index.links().countedLogit(features, other.link());
            sum += logit;
            nearest = logit > most ? other : nearest;
            most = Math.max(most, logit);
            left--;
            // What is left cannot make up for it.
            if (sum + left * LinkParameters.MAX_LOGIT + agreement(others.size()) * others.size() < 0) {
                return new Link(story.id(), 0, nearest);
            }
        }
        double mean = sum / others.size() + agreement(others.size());
        return new Link(story.id(), 1 / (1 + StrictMath.exp(-mean)), nearest);
    }

    private static double agreement(int count) {
        return switch (count) {
            case 1 -> 0;
            case 2 -> LinkParameters.TWO_AGREE;
            default -> LinkParameters.MORE_AGREE;
        };
    }

    private static List<StoryArticle> representatives(StoryEntry story, String language) {
        List<StoryArticle> representatives = new ArrayList<>(LinkParameters.STORY_REPRESENTATIVES);
        for (StrandEntry strand : story.strands()) {
            List<StoryArticle> members = strand.members();
            int most = Math.min(
                    Math.min(members.size(), LinkParameters.STRAND_REPRESENTATIVES),
                    LinkParameters.STORY_REPRESENTATIVES - representatives.size());
            if (!members.get(0).language().equals(language)) {
                for (int place = 0; place < most; place++) {
                    representatives.add(members.get(place));
                }
            }
        }
        return representatives;
    }

    /** Returns whether nothing speaks against two stories being one: no two strands of a language that are unlike. */
    boolean mayBeOne(String one, String other) {
        List<StrandEntry> ones = index.strandsOf(one);
        List<StrandEntry> others = index.strandsOf(other);
        return ones.size() + others.size() <= LinkParameters.MAX_STRANDS
                && ones.stream().allMatch(mine -> others.stream().allMatch(theirs -> agree(mine, theirs)));
    }

    private boolean agree(StrandEntry one, StrandEntry other) {
        Strand mine = one.strand();
        Strand theirs = other.strand();
        return !mine.language().equals(theirs.language()) || mine.meanCosine(theirs) >= LinkParameters.APART_THRESHOLD;
    }
}
