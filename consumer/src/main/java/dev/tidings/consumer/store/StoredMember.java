package dev.tidings.consumer.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An article as a member of its story.
 *
 * @param articleId its id
 * @param storyId story it belongs to
 * @param revision its newest revision that was grouped
 * @param uri its uri
 * @param title its title; empty when it has none
 * @param opening beginning of its text, for people, where there is no title; empty when the article is not stored
 * @param language its language (BCP 47)
 * @param script its script (ISO 15924)
 * @param time when it entered Tidings
 * @param decision ordinal of the decision on it
 * @param score probability with which it joined, 0 to 1; 1 for the first member
 * @param nearestId member that it was likest to when it joined; empty for the first
 * @param evidence what it shared with that member, the strongest first
 */
public record StoredMember(
        String articleId,
        String storyId,
        long revision,
        String uri,
        Optional<String> title,
        Optional<String> opening,
        String language,
        String script,
        Instant time,
        long decision,
        double score,
        Optional<String> nearestId,
        List<Shared> evidence) {

    /**
     * One thing that two articles share.
     *
     * @param kind NAME, ENTITY, DAY or NUMBER
     * @param value what it is
     * @param weight how much it counted
     */
    public record Shared(String kind, String value, double weight) {}

    /** Freezes the evidence. */
    public StoredMember {
        evidence = List.copyOf(evidence);
    }

    /** Returns the title, or the beginning of the text where there is none: a title is never invented. */
    public String headline() {
        return title.or(() -> opening).orElse("");
    }
}
