package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryEvidence;
import dev.tidings.schemas.StoryEvidenceKind;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.StoryMember;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.ArticleDetails;
import dev.tidings.streams.story.index.CarriedCopies;
import dev.tidings.streams.story.index.CarriedCopy;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the events of the stories topic. */
final class StoryEvents {

    /**
     * Most members in an event, so that it fits into its topic and a large story does not cost more with each member.
     */
    static final int MAX_MEMBERS = 32;

    private static final int MAX_EVIDENCE = 8;
    private static final int MAX_LABEL_REASONS = 3;

    private static final EventDefaults<Story> STORY =
            new EventDefaults<>(Story.newBuilder().setStoryId("").build(), Story::new);
    private static final EventDefaults<StoryMember> MEMBER =
            new EventDefaults<>(StoryMember.newBuilder().build(), StoryMember::new);

    private record What(StoryReason.Kind kind, String value) {}

    private StoryEvents() {}

    /**
     * Returns the event of a state.
     *
     * @param cause the record by which the story came into it
     * @param copies the copies of the articles
     */
    static Story storyOf(StoryState state, StoryFeatures cause, CarriedCopies copies) {
        Story story = STORY.newEvent();
        story.setStoryId(state.id());
        story.setRevision(cause.getRevision());
        story.setAlgorithm(StoryGrouper.VERSION);
        story.setSourceTopic(cause.getSourceTopic());
        story.setSourcePartition(cause.getSourcePartition());
        story.setSourceOffset(cause.getSourceOffset());
        story.setSourceTimestamp(cause.getSourceTimestamp());
        story.setChange(state.change());
        story.setPreviousIds(state.previousIds());
        story.setMergedInto(state.mergedInto().orElse(null));
        fillMembers(story, state.members());
        countCarriers(story, state.members(), copies);
        return story;
    }

    private static void countCarriers(Story story, List<StoryArticle> members, CarriedCopies copies) {
        List<CarriedCopy> carried = members.stream()
                .flatMap(member -> copies.copiesOf(member.sequence()).stream())
                .toList();
        story.setMemberCount(members.size());
        story.setCopies(carried.size());
        story.setSources(Stream.concat(
                        members.stream().map(member -> member.details().source()),
                        carried.stream().map(CarriedCopy::source))
                .distinct()
                .count());
    }

    private static void fillMembers(Story story, List<StoryArticle> members) {
        List<StoryArticle> newest = namedMembers(members);
        List<StoryReason> shared = sharedEvidence(newest);
        Map<String, String> labels = StoryLabels.labelsOf(members);
        story.setMembers(newest.stream().map(StoryEvents::memberRecord).toList());
        story.setFirstTime(Instant.ofEpochMilli(
                members.stream().mapToLong(StoryEvents::timeOf).min().orElse(0)));
        story.setLastTime(Instant.ofEpochMilli(
                members.stream().mapToLong(StoryEvents::timeOf).max().orElse(0)));
        story.setLabels(labels);
        story.setLabel(StoryLabels.largestLanguage(members, labels)
                .orElseGet(() -> shared.stream()
                        .limit(MAX_LABEL_REASONS)
                        .map(StoryReason::value)
                        .collect(Collectors.joining(", "))));
        story.setEvidence(evidenceOf(shared));
    }

    /** Returns those of a story's articles that its event names: the newest. */
    static List<StoryArticle> namedMembers(List<StoryArticle> members) {
        return members.subList(Math.max(0, members.size() - MAX_MEMBERS), members.size());
    }

    private static long timeOf(StoryArticle member) {
        return member.details().place().time();
    }

    private static StoryMember memberRecord(StoryArticle article) {
        ArticleDetails details = article.details();
        StoryMember member = MEMBER.newEvent();
        member.setArticleId(details.articleId());
        member.setRevision(details.revision());
        member.setUri(details.uri());
        member.setTitle(details.title().orElse(null));
        member.setLanguage(details.language());
        member.setScript(details.script());
        member.setSourceTimestamp(Instant.ofEpochMilli(details.place().time()));
        member.setDecision(details.decision());
        member.setScore(article.belonging().score());
        member.setNearestId(article.belonging().nearest().orElse(null));
        member.setEvidence(evidenceOf(article.belonging().reasons()));
        return member;
    }

    private static List<StoryEvidence> evidenceOf(List<StoryReason> reasons) {
        return reasons.stream()
                .map(reason -> new StoryEvidence(kindOf(reason.kind()), reason.value(), reason.weight()))
                .toList();
    }

    private static StoryEvidenceKind kindOf(StoryReason.Kind kind) {
        return switch (kind) {
            case NAME -> StoryEvidenceKind.NAME;
            case ENTITY -> StoryEvidenceKind.ENTITY;
            case DAY -> StoryEvidenceKind.DAY;
            case NUMBER -> StoryEvidenceKind.NUMBER;
            case WORD -> StoryEvidenceKind.WORD;
        };
    }

    /** Returns what brought members together, each thing with the sum of its weights. */
    private static List<StoryReason> sharedEvidence(List<StoryArticle> members) {
        Map<What, Double> weights = new HashMap<>();
        members.stream()
                .flatMap(member -> member.belonging().reasons().stream())
                .forEach(
                        reason -> weights.merge(new What(reason.kind(), reason.value()), reason.weight(), Double::sum));
        return weights.entrySet().stream()
                .map(entry ->
                        new StoryReason(entry.getKey().kind(), entry.getKey().value(), entry.getValue()))
                .sorted(StoryReason.STRONGEST_FIRST)
                .limit(MAX_EVIDENCE)
                .toList();
    }
}
