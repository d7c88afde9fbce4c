package dev.tidings.consumer.store;

import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.StoryChangeKind;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A story as it is stored.
 *
 * @param storyId its id: that of its first member, unless that was taken
 * @param label what it is about; empty when its members have neither a title nor anything in common
 * @param labels what it is about, in the words of its most central member, by language (primary subtag, BCP 47)
 * @param languages languages of its members (BCP 47), sorted
 * @param firstTime when its oldest member entered Tidings
 * @param lastTime when its newest member did
 * @param lastChange what happened to it last
 * @param carriers who carries it, as its newest state counts them
 * @param members articles that tell of the event, in order of their decisions
 * @param copies copies of members, suppressed or not, in order of their decisions; looked up for a single story only
 */
public record StoredStory(
        String storyId,
        String label,
        Map<String, String> labels,
        List<String> languages,
        Instant firstTime,
        Instant lastTime,
        LastChange lastChange,
        Carriers carriers,
        List<StoredMember> members,
        List<ArticleRelation> copies) {

    /**
     * What happened to a story last.
     *
     * @param kind what it was; UNKNOWN for a state that was written before this was told
     * @param previousIds stories whose articles it took over by that
     */
    public record LastChange(StoryChangeKind kind, List<String> previousIds) {

        /** Freezes the list. */
        public LastChange {
            previousIds = List.copyOf(previousIds);
        }
    }

    /**
     * Who carries a story.
     *
     * @param sources different roots, feeds and services of members and copies; 0 for a state that was written before
     *     this was counted
     * @param copies copies of members, suppressed or not
     */
    public record Carriers(long sources, long copies) {}

    /** Freezes the lists, and puts the labels in the order of their languages. */
    public StoredStory {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        languages = List.copyOf(languages);
        members = List.copyOf(members);
        copies = List.copyOf(copies);
    }

    /** Returns the label, or the beginning of the first member that has one. */
    public String headline() {
        return label.isEmpty()
                ? members.stream()
                        .map(StoredMember::headline)
                        .filter(headline -> !headline.isEmpty())
                        .findFirst()
                        .orElse("")
                : label;
    }

    /**
     * Returns what the story is called in the first of some languages that it is told in; {@link #headline()} when it
     * is told in none of them.
     *
     * @param preferred tags (BCP 47), of which the primary subtag counts; the most wanted first
     */
    public String headlineIn(List<String> preferred) {
        return preferred.stream()
                .map(tag -> labels.get(primarySubtag(tag)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(this::headline);
    }

    private static String primarySubtag(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }
}
