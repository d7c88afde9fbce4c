package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.story.group.StoryDecision.Change;
import dev.tidings.streams.story.group.StoryDecision.Moved;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.ArticleDetails;
import dev.tidings.streams.story.index.StoryArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The relations by which articles belong to stories. The newest of kind SAME_STORY names the story of an article; the
 * first member of a story has none until it moves to another.
 */
final class StoryRelations {

    private static final String SAME_EVENT = "same_event";
    private static final String MERGED = "stories_merged";
    private static final String SPLIT = "story_split";

    private static final EventDefaults<ArticleRelation> DEFAULTS =
            new EventDefaults<>(ArticleRelation.newBuilder().setArticleId("").build(), ArticleRelation::new);

    private StoryRelations() {}

    /** Returns the relation of an article that joined a story, and those of members that changed theirs for it. */
    static List<ArticleRelation> relationsOf(StoryChange change) {
        List<ArticleRelation> relations = new ArrayList<>();
        if (change.decision().change() != Change.REVISED) {
            joinedRelation(change).ifPresent(relations::add);
        }
        for (Moved moved : change.decision().moved()) {
            String rule = change.isGone(moved.from()) ? MERGED : SPLIT;
            moved.articles().stream()
                    .filter(member -> member != change.decision().article())
                    .forEach(member -> addMoved(change, moved, member, rule, relations));
        }
        return relations;
    }

    private static Optional<ArticleRelation> joinedRelation(StoryChange change) {
        StoryFeatures event = change.input().event();
        StoryArticle article = change.decision().article();
        return article.belonging().nearest().map(nearest -> {
            ArticleRelation relation = newRelation(change, article, RelationKind.SAME_STORY, SAME_EVENT);
            relation.setSource(event.getSource());
            relation.setClusterId(event.getClusterId());
            relation.setLate(event.getLate());
            relation.setScore(article.belonging().score());
            relation.setReasons(article.belonging().reasons().stream()
                    .map(reason -> reason.kind().name().toLowerCase(Locale.ROOT) + " " + reason.value())
                    .toList());
            relation.setStoryId(change.decision().story());
            relateTo(relation, nearest, change);
            return relation;
        });
    }

    private static void addMoved(
            StoryChange change, Moved moved, StoryArticle member, String rule, List<ArticleRelation> relations) {
        if (!member.id().equals(moved.from())) {
            ArticleRelation left = newRelation(change, member, RelationKind.UNLINKED, rule);
            left.setStoryId(moved.from());
            relateTo(left, moved.from(), change);
            relations.add(left);
        }
        ArticleRelation entered = newRelation(change, member, RelationKind.SAME_STORY, rule);
        entered.setStoryId(change.successorOf(moved.to()));
        relateTo(entered, change.input().event().getArticleId(), change);
        relations.add(entered);
    }

    private static ArticleRelation newRelation(
            StoryChange change, StoryArticle member, RelationKind kind, String rule) {
        ArticleDetails details = member.details();
        ArticleRelation relation = DEFAULTS.newEvent();
        relation.setArticleId(details.articleId());
        relation.setRevision(details.revision());
        relation.setKind(kind);
        relation.setRule(rule);
        relation.setAlgorithm(StoryGrouper.VERSION);
        relation.setDecision(change.input().event().getDecision());
        relation.setUri(details.uri());
        relation.setTitle(details.title().orElse(null));
        relation.setLanguage(details.language());
        relation.setScript(details.script());
        relation.setSourceTopic(change.input().event().getSourceTopic());
        relation.setSourcePartition(details.place().partition());
        relation.setSourceOffset(details.place().offset());
        relation.setSourceTimestamp(Instant.ofEpochMilli(details.place().time()));
        return relation;
    }

    private static void relateTo(ArticleRelation relation, String relatedId, StoryChange change) {
        relation.setRelatedId(relatedId);
        change.index().find(relatedId).map(StoryArticle::details).ifPresent(related -> {
            relation.setRelatedRevision(related.revision());
            relation.setRelatedPartition(related.place().partition());
            relation.setRelatedOffset(related.place().offset());
        });
    }
}
