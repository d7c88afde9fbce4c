package dev.tidings.consumer.store;

import dev.tidings.schemas.ArticleRelation;
import java.time.Instant;
import java.util.List;

/**
 * A story as it is stored.
 *
 * @param storyId its id: that of its first member
 * @param label what it is about; empty when its members have neither a title nor anything in common
 * @param languages languages of its members (BCP 47), sorted
 * @param firstTime when its oldest member entered Tidings
 * @param lastTime when its newest member did
 * @param members articles that tell of the event, in order of their decisions
 * @param copies suppressed copies of members, in order of their decisions; looked up for a single story only
 */
public record StoredStory(
        String storyId,
        String label,
        List<String> languages,
        Instant firstTime,
        Instant lastTime,
        List<StoredMember> members,
        List<ArticleRelation> copies) {

    /** Freezes the lists. */
    public StoredStory {
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
}
