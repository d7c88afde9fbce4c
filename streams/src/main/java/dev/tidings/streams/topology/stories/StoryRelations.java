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
import dev.tidings.streams.story.index.StoryIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The relations by which articles belong to stories. The newest of kind SAME_STORY names the story of an article; the
 * first member of a story has none until it moves to another.
 */
final class StoryRelations {

    private static final String SAME_EVENT = "same_event";
    private static final String MERGED = "stories_merged";
    private static final String SPLIT = "story_split";
    private static final String REGROUPED = "stories_regrouped";

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
            ArticleRelation relation = newRelation(event, article, RelationKind.SAME_STORY, SAME_EVENT);
            relation.setSource(event.getSource());
            relation.setClusterId(event.getClusterId());
            relation.setLate(event.getLate());
            relation.setScore(article.belonging().score());
            relation.setReasons(article.belonging().reasons().stream()
                    .map(reason -> reason.kind().name().toLowerCase(Locale.ROOT) + " " + reason.value())
                    .toList());
            relation.setStoryId(change.decision().story());
            relateTo(relation, nearest, change.index());
            return relation;
        });
    }

    private static void addMoved(
            StoryChange change, Moved moved, StoryArticle member, String rule, List<ArticleRelation> relations) {
        StoryFeatures cause = change.input().event();
        leftRelation(cause, member, change.index(), moved.from(), rule).ifPresent(relations::add);
        ArticleRelation entered = newRelation(cause, member, RelationKind.SAME_STORY, rule);
        entered.setStoryId(change.successorOf(moved.to()));
        relateTo(entered, cause.getArticleId(), change.index());
        relations.add(entered);
    }

    /** Returns what says that an article is in a story no more; empty for the one that the story is named after. */
    private static Optional<ArticleRelation> leftRelation(
            StoryFeatures cause, StoryArticle member, StoryIndex index, String story, String rule) {
        if (member.id().equals(story)) {
            return Optional.empty();
        }
        ArticleRelation left = newRelation(cause, member, RelationKind.UNLINKED, rule);
        left.setStoryId(story);
        relateTo(left, story, index);
        return Optional.of(left);
    }

    /**
     * Returns the relations of an article that another version had in another story.
     *
     * @param cause the record after which they are written
     */
    static List<ArticleRelation> regroupedRelations(
            StoryFeatures cause, StoryArticle member, StoryIndex index, String from, String to) {
        ArticleRelation entered = newRelation(cause, member, RelationKind.SAME_STORY, REGROUPED);
        entered.setStoryId(to);
        relateTo(entered, member.belonging().nearest().orElse(to), index);
        return Stream.concat(leftRelation(cause, member, index, from, REGROUPED).stream(), Stream.of(entered))
                .toList();
    }

    private static ArticleRelation newRelation(
            StoryFeatures cause, StoryArticle member, RelationKind kind, String rule) {
        ArticleDetails details = member.details();
        ArticleRelation relation = DEFAULTS.newEvent();
        relation.setArticleId(details.articleId());
        relation.setRevision(details.revision());
        relation.setKind(kind);
        relation.setRule(rule);
        relation.setAlgorithm(StoryGrouper.VERSION);
        relation.setDecision(cause.getDecision());
        relation.setUri(details.uri());
        relation.setTitle(details.title().orElse(null));
        relation.setLanguage(details.language());
        relation.setScript(details.script());
        relation.setSourceTopic(cause.getSourceTopic());
        relation.setSourcePartition(details.place().partition());
        relation.setSourceOffset(details.place().offset());
        relation.setSourceTimestamp(Instant.ofEpochMilli(details.place().time()));
        return relation;
    }

    private static void relateTo(ArticleRelation relation, String relatedId, StoryIndex index) {
        relation.setRelatedId(relatedId);
        index.find(relatedId).map(StoryArticle::details).ifPresent(related -> {
            relation.setRelatedRevision(related.revision());
            relation.setRelatedPartition(related.place().partition());
            relation.setRelatedOffset(related.place().offset());
        });
    }
}
