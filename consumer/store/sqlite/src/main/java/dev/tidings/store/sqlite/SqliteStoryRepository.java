package dev.tidings.store.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.consumer.store.ArticleIds;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoredMember;
import dev.tidings.consumer.store.StoredStory;
import dev.tidings.consumer.store.StoryQuery;
import dev.tidings.consumer.store.StoryRepository;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.Story;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads stories and their members. */
final class SqliteStoryRepository implements StoryRepository {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STORIES =
            "select story_id, label, first_timestamp, last_timestamp, event_schema, event from story";
    private static final String MEMBERS = "select member.*,"
            + " (select substr(body, 1, 400) from current_article current where current.article_id = member.article_id)"
            + " as opening from story_member member";
    private static final String COPIES = "select event_schema, event from relation";
    private static final String IS_COPY = "kind in ('EXACT', 'NEAR', 'CONTAINED')";
    private static final String CLUSTERS =
            "select cluster from article join story_member using (article_id) where story_id = ?";
    private static final String NO_MEMBER =
            "not exists (select 1 from story_member where story_member.article_id = relation.article_id)";
    private static final String COPY_OF = "select story_id from story_member where article_id in"
            + " (select related_id from relation where article_id = ? and " + IS_COPY + ")"
            + " union all select story_id from story_member where article_id in"
            + " (select article.article_id from relation join article using (cluster)"
            + " where relation.article_id = ? and " + IS_COPY + ")";
    /** A story that was merged may itself have taken others over; each is gone through once. */
    private static final String STANDING = "with recursive heir (story_id, merged_into) as"
            + " (select story_id, merged_into from story where story_id = ?"
            + " union select story.story_id, story.merged_into from story join heir on story.story_id = heir.merged_into)"
            + " select story_id from heir where merged_into is null";

    private final ReadConnection connection;
    private final EventDecoder<ArticleRelation> relations;
    private final EventDecoder<Story> states;

    SqliteStoryRepository(
            ReadConnection connection, EventDecoder<ArticleRelation> relations, EventDecoder<Story> states) {
        this.connection = connection;
        this.relations = relations;
        this.states = states;
    }

    @Override
    public List<StoredStory> listStories(StoryQuery query) {
        return connection.read(reading -> list(reading, query));
    }

    private List<StoredStory> list(Connection reading, StoryQuery query) throws SQLException {
        Select select = new Select(STORIES).where("merged_into is null");
        query.language().ifPresent(tag -> select.where(having("(language = ? or language like ?)"), tag, tag + "-%"));
        query.source().ifPresent(source -> select.where(having("uri like ? escape '\\'"), prefix(source)));
        query.text()
                .map(Select::pattern)
                .ifPresent(text -> select.where(
                        "(label like ? escape '\\' or " + having("title like ? escape '\\'") + ")", text, text));
        query.since().ifPresent(time -> select.where("last_timestamp >= ?", time.toEpochMilli()));
        query.until().ifPresent(time -> select.where("first_timestamp <= ?", time.toEpochMilli()));
        atLeast(select, "*", query.members());
        atLeast(select, "distinct language", query.languages());
        select.then("order by last_timestamp desc, story_id desc limit " + query.limit());
        List<StoredStory> newestFirst = new ArrayList<>(select.list(reading, row -> toStory(reading, row, List.of())));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static String having(String condition) {
        return "exists (select 1 from story_member member where member.story_id = story.story_id and " + condition
                + ")";
    }

    private static void atLeast(Select select, String what, int least) {
        if (least > 1) {
            select.where(
                    "(select count(" + what + ") from story_member member where member.story_id = story.story_id) >= ?",
                    least);
        }
    }

    private static String prefix(String source) {
        return Select.escaped(source) + "/%";
    }

    @Override
    public Optional<StoredStory> findStory(String idOrUri) {
        return connection.read(reading -> find(reading, ArticleIds.toId(idOrUri)));
    }

    private Optional<StoredStory> find(Connection reading, String articleId) throws SQLException {
        List<String> own = new Select("select story_id from story_member")
                .where("article_id = ?", articleId)
                .list(reading, row -> row.getString(1));
        List<String> ofArticle = own.isEmpty() ? storyOfCopy(reading, articleId) : own;
        List<String> found = ofArticle.isEmpty() ? storyOfId(reading, articleId) : ofArticle;
        return found.isEmpty() ? Optional.empty() : findWhole(reading, found.get(0));
    }

    /** Finds a story by its own id, which after a split is that of no article; of one that is gone the one it became. */
    private static List<String> storyOfId(Connection reading, String storyId) throws SQLException {
        return Select.list(reading, STANDING, List.of(storyId), row -> row.getString(1));
    }

    /** Finds the story of a copy by its cluster. */
    private static List<String> storyOfCopy(Connection reading, String articleId) throws SQLException {
        return Select.list(reading, COPY_OF, List.of(articleId, articleId), row -> row.getString(1));
    }

    private Optional<StoredStory> findWhole(Connection reading, String storyId) throws SQLException {
        List<ArticleRelation> copies = new Select(COPIES)
                .where(IS_COPY + " and cluster in (" + CLUSTERS + ") and " + NO_MEMBER, storyId)
                .then("order by decision, rowid")
                .list(reading, relations::decode);
        return new Select(STORIES)
                .where("story_id = ?", storyId).list(reading, row -> toStory(reading, row, copies)).stream()
                        .findFirst();
    }

    private StoredStory toStory(Connection reading, ResultSet row, List<ArticleRelation> copies) throws SQLException {
        String id = row.getString("story_id");
        List<StoredMember> members = new Select(MEMBERS)
                .where("story_id = ?", id)
                .then("order by decision, article_id")
                .list(reading, SqliteStoryRepository::toMember);
        Story state = states.decode(row);
        return new StoredStory(
                id,
                row.getString("label"),
                state.getLabels(),
                members.stream().map(StoredMember::language).distinct().sorted().toList(),
                Instant.ofEpochMilli(row.getLong("first_timestamp")),
                Instant.ofEpochMilli(row.getLong("last_timestamp")),
                new StoredStory.LastChange(state.getChange(), state.getPreviousIds()),
                new StoredStory.Carriers(state.getSources(), state.getCopies()),
                members,
                copies);
    }

    private static StoredMember toMember(ResultSet row) throws SQLException {
        return new StoredMember(
                row.getString("article_id"),
                row.getString("story_id"),
                row.getLong("revision"),
                row.getString("uri"),
                Optional.ofNullable(row.getString("title")),
                Optional.ofNullable(row.getString("opening"))
                        .flatMap(body -> body.strip().lines().findFirst()),
                row.getString("language"),
                row.getString("script"),
                Instant.ofEpochMilli(row.getLong("source_timestamp")),
                row.getLong("decision"),
                row.getDouble("score"),
                Optional.ofNullable(row.getString("nearest_id")),
                evidence(row.getString("evidence")));
    }

    private static List<StoredMember.Shared> evidence(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<StoredMember.Shared>>() {});
        } catch (JsonProcessingException e) {
            throw new StoreException("the store holds a membership that cannot be read; fill a new one from Kafka", e);
        }
    }
}
