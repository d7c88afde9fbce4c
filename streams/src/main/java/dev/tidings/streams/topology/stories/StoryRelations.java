package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.Membership;
import dev.tidings.streams.story.index.StoryGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The relations by which articles belong to stories. The newest of kind SAME_STORY names the story of an article; the
 * first member of a story has none until its story is merged into another.
 */
final class StoryRelations {

    private static final String SAME_EVENT = "same_event";
    private static final String MERGED = "stories_merged";

    private static final EventDefaults<ArticleRelation> DEFAULTS =
            new EventDefaults<>(ArticleRelation.newBuilder().setArticleId("").build(), ArticleRelation::new);

    private StoryRelations() {}

    /** Returns the relation of an article that joined a story, and those of members that changed theirs for it. */
    static List<ArticleRelation> relationsOf(StoryChange change) {
        List<ArticleRelation> relations = new ArrayList<>();
        if (change.joined()) {
            joinedRelation(change).ifPresent(relations::add);
        }
        for (StoryGroup merged : change.decision().merged()) {
            change.newestMembers(merged, merged.members().size())
                    .forEach(member -> addMoved(change, merged, member, relations));
        }
        return relations;
    }

    private static Optional<ArticleRelation> joinedRelation(StoryChange change) {
        StoryFeatures event = change.input().event();
        StoryDecision decision = change.decision();
        return decision.nearest().map(nearest -> {
            Membership own = change.memberships()
                    .apply(event.getArticleId())
                    .orElseThrow(() -> new IllegalStateException("a member was forgotten as it came"));
            ArticleRelation relation = newRelation(change, own, RelationKind.SAME_STORY, SAME_EVENT);
            relation.setSource(event.getSource());
            relation.setClusterId(event.getClusterId());
            relation.setLate(event.getLate());
            relation.setScore(own.score());
            relation.setReasons(own.reasons().stream()
                    .map(reason -> reason.kind().name().toLowerCase(Locale.ROOT) + " " + reason.value())
                    .toList());
            relation.setStoryId(decision.story().id());
            relateTo(relation, nearest, change);
            return relation;
        });
    }

    private static void addMoved(
            StoryChange change, StoryGroup merged, Membership member, List<ArticleRelation> relations) {
        if (!member.articleId().equals(merged.id())) {
            ArticleRelation left = newRelation(change, member, RelationKind.UNLINKED, MERGED);
            left.setStoryId(merged.id());
            relateTo(left, merged.id(), change);
            relations.add(left);
        }
        ArticleRelation moved = newRelation(change, member, RelationKind.SAME_STORY, MERGED);
        moved.setStoryId(change.decision().story().id());
        relateTo(moved, change.input().event().getArticleId(), change);
        relations.add(moved);
    }

    private static ArticleRelation newRelation(StoryChange change, Membership member, RelationKind kind, String rule) {
        ArticleRelation relation = DEFAULTS.newEvent();
        relation.setArticleId(member.articleId());
        relation.setRevision(member.revision());
        relation.setKind(kind);
        relation.setRule(rule);
        relation.setAlgorithm(StoryGrouper.VERSION);
        relation.setDecision(change.input().event().getDecision());
        relation.setUri(member.uri());
        relation.setTitle(member.title().orElse(null));
        relation.setLanguage(member.language());
        relation.setScript(member.script());
        relation.setSourceTopic(change.input().event().getSourceTopic());
        relation.setSourcePartition(member.place().partition());
        relation.setSourceOffset(member.place().offset());
        relation.setSourceTimestamp(Instant.ofEpochMilli(member.place().time()));
        return relation;
    }

    private static void relateTo(ArticleRelation relation, String relatedId, StoryChange change) {
        relation.setRelatedId(relatedId);
        change.memberships().apply(relatedId).ifPresent(related -> {
            relation.setRelatedRevision(related.revision());
            relation.setRelatedPartition(related.place().partition());
            relation.setRelatedOffset(related.place().offset());
        });
    }
}
