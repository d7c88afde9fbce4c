package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryEvidence;
import dev.tidings.schemas.StoryEvidenceKind;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.StoryMember;
import dev.tidings.streams.story.feature.StoryTerm;
import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.Membership;
import dev.tidings.streams.story.index.StoryGroup;
import dev.tidings.streams.story.index.StoryReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    private record What(StoryTerm.Kind kind, String value) {}

    private StoryEvents() {}

    /** Returns the membership of an article in the story it joined. */
    static Membership membershipOf(GroupedInput input, StoryDecision decision) {
        StoryFeatures event = input.event();
        return new Membership(
                event.getArticleId(),
                event.getRevision(),
                event.getUri(),
                event.getTitle(),
                event.getLanguage(),
                event.getScript(),
                input.place(),
                event.getDecision(),
                roundedScore(decision.score()),
                decision.nearest(),
                decision.reasons().stream()
                        .map(reason -> new StoryReason(reason.kind(), reason.value(), roundedScore(reason.weight())))
                        .toList());
    }

    /** Four digits are more than the score knows, and the same on every machine. */
    private static double roundedScore(double figure) {
        return Math.rint(figure * 10_000) / 10_000;
    }

    /** Returns the state of a story after a change. */
    static Story storyState(StoryChange change, StoryGroup group) {
        StoryFeatures cause = change.input().event();
        List<Membership> members = change.newestMembers(group, MAX_MEMBERS);
        List<StoryReason> shared = sharedEvidence(members);
        Story story = STORY.newEvent();
        story.setStoryId(group.id());
        story.setRevision(cause.getRevision());
        story.setMembers(members.stream().map(StoryEvents::memberRecord).toList());
        story.setMergedInto(group.mergedInto().orElse(null));
        story.setFirstTime(Instant.ofEpochMilli(group.firstTime()));
        story.setLastTime(Instant.ofEpochMilli(group.lastTime()));
        story.setLabel(storyLabel(members, shared));
        story.setEvidence(evidenceOf(shared));
        story.setAlgorithm(StoryGrouper.VERSION);
        story.setSourceTopic(cause.getSourceTopic());
        story.setSourcePartition(cause.getSourcePartition());
        story.setSourceOffset(cause.getSourceOffset());
        story.setSourceTimestamp(cause.getSourceTimestamp());
        return story;
    }

    private static StoryMember memberRecord(Membership membership) {
        StoryMember member = MEMBER.newEvent();
        member.setArticleId(membership.articleId());
        member.setRevision(membership.revision());
        member.setUri(membership.uri());
        member.setTitle(membership.title().orElse(null));
        member.setLanguage(membership.language());
        member.setScript(membership.script());
        member.setSourceTimestamp(Instant.ofEpochMilli(membership.place().time()));
        member.setDecision(membership.decision());
        member.setScore(membership.score());
        member.setNearestId(membership.nearest().orElse(null));
        member.setEvidence(evidenceOf(membership.reasons()));
        return member;
    }

    private static List<StoryEvidence> evidenceOf(List<StoryReason> reasons) {
        return reasons.stream()
                .map(reason -> new StoryEvidence(kindOf(reason.kind()), reason.value(), reason.weight()))
                .toList();
    }

    private static StoryEvidenceKind kindOf(StoryTerm.Kind kind) {
        return switch (kind) {
            case NAME -> StoryEvidenceKind.NAME;
            case ENTITY -> StoryEvidenceKind.ENTITY;
            case DAY -> StoryEvidenceKind.DAY;
            case NUMBER -> StoryEvidenceKind.NUMBER;
            case WORD -> StoryEvidenceKind.UNKNOWN;
        };
    }

    /** Returns what brought members together, each thing with the sum of its weights. */
    private static List<StoryReason> sharedEvidence(List<Membership> members) {
        Map<What, Double> weights = new HashMap<>();
        members.stream()
                .flatMap(member -> member.reasons().stream())
                .forEach(
                        reason -> weights.merge(new What(reason.kind(), reason.value()), reason.weight(), Double::sum));
        return weights.entrySet().stream()
                .map(entry ->
                        new StoryReason(entry.getKey().kind(), entry.getKey().value(), roundedScore(entry.getValue())))
                .sorted(StoryReason.STRONGEST_FIRST)
                .limit(MAX_EVIDENCE)
                .toList();
    }

    private static String storyLabel(List<Membership> members, List<StoryReason> shared) {
        return members.stream()
                .map(Membership::title)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> shared.stream()
                        .limit(MAX_LABEL_REASONS)
                        .map(StoryReason::value)
                        .collect(Collectors.joining(", ")));
    }
}
