package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.RemovalRecord;
import dev.tidings.consumer.store.StoryRecord;
import dev.tidings.schemas.EventJson;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryMember;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Writes stories and their members. */
final class StoryTable {

    private static final List<String> STORY_KEY = List.of("story_id");
    private static final List<String> STORY_OTHERS = Upsert.columns("""
        label merged_into first_timestamp last_timestamp evidence algorithm event_schema event
        labels change previous_ids sources copies
        """);
    private static final List<String> MEMBER_KEY = List.of("article_id");
    private static final List<String> MEMBER_OTHERS = Upsert.columns("""
        story_id revision uri title language script source_timestamp decision score nearest_id evidence
        """);

    private final PreparedStatement story;
    private final PreparedStatement member;
    private final PreparedStatement move;
    private final PreparedStatement removal;
    private final PreparedStatement memberRemoval;

    StoryTable(Connection connection) throws SQLException {
        story = connection.prepareStatement(Upsert.into("story", STORY_KEY, STORY_OTHERS));
        member = connection.prepareStatement(Upsert.into("story_member", MEMBER_KEY, MEMBER_OTHERS));
        removal = connection.prepareStatement("delete from story where story_id = ?");
        memberRemoval = connection.prepareStatement("delete from story_member where story_id = ?");
        move = connection.prepareStatement("update story_member set story_id = ? where story_id = ?");
    }

    void store(StoryRecord event, long schema) throws SQLException {
        Story state = event.story();
        new Row(story)
                .text(state.getStoryId())
                .text(state.getLabel())
                .text(state.getMergedInto().orElse(null))
                .number(state.getFirstTime().toEpochMilli())
                .number(state.getLastTime().toEpochMilli())
                .text(EventJson.toArrayText(state.getEvidence()))
                .text(state.getAlgorithm())
                .number(schema)
                .bytes(event.origin().value())
                .text(EventJson.toObjectText(state.getLabels()))
                .text(state.getChange().name())
                .text(EventJson.toArrayText(state.getPreviousIds()))
                .number(state.getSources())
                .number(state.getCopies())
                .store();
        Optional<String> winner = state.getMergedInto();
        if (winner.isPresent()) {
            new Row(move).text(winner.get()).text(state.getStoryId()).store();
        }
        for (StoryMember each : state.getMembers()) {
            store(each, winner.orElse(state.getStoryId()));
        }
    }

    /** Removes a story and the membership of its articles, not the articles. */
    void remove(RemovalRecord record) throws SQLException {
        new Row(removal).text(record.articleId()).store();
        new Row(memberRemoval).text(record.articleId()).store();
    }

    private void store(StoryMember each, String storyId) throws SQLException {
        new Row(member)
                .text(each.getArticleId())
                .text(storyId)
                .number(each.getRevision())
                .text(each.getUri())
                .text(each.getTitle().orElse(null))
                .text(each.getLanguage())
                .text(each.getScript())
                .number(each.getSourceTimestamp().toEpochMilli())
                .number(each.getDecision())
                .real(each.getScore())
                .text(each.getNearestId().orElse(null))
                .text(EventJson.toArrayText(each.getEvidence()))
                .store();
    }
}
