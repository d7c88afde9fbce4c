package dev.tidings.consumer.store;

import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Evidence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a store, also while a sink writes it; needs neither Kafka nor a registry. Safe for use by many threads, which
 * take turns.
 */
public final class ArticleStore implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String ARTICLE_COLUMNS =
            "decision, verdict, cluster, evidence, desk_flags, event_schema, event";
    private static final String CURRENT =
            "select " + ARTICLE_COLUMNS + ", row_number, 1 as is_current from current_article";
    private static final String REVISIONS = "select " + ARTICLE_COLUMNS
            + ", rowid = (select row_number from current_article current where current.article_id = article.article_id)"
            + " as is_current from article";
    private static final String RELATIONS = "select rowid as row_number, event_schema, event from relation";
    /** Relations of the desk; those of stories are told by the stories. */
    private static final String DESK = "kind not in ('SAME_STORY', 'UNLINKED') and ";

    private static final String URIS =
            "select uri from" + " (select article_id, uri from article union all select article_id, uri from relation)";

    private final Connection connection;
    private final EventReader<EnrichedArticle> articles;
    private final EventReader<ArticleRelation> relations;
    private final StoryReader stories;

    private ArticleStore(Connection connection) {
        this.connection = connection;
        this.articles = new EventReader<>(connection, EnrichedArticle.class);
        this.relations = new EventReader<>(connection, ArticleRelation.class);
        this.stories = new StoryReader(connection, relations);
    }

    /** Opens a store; throws {@link StoreException} when there is none that can be read. */
    public static ArticleStore open(Path file) {
        return new ArticleStore(SqliteDatabase.reader(file));
    }

    /** Returns the current revisions that meet a query, in the desk's order; published articles only. */
    public synchronized List<StoredArticle> list(ArticleQuery query) {
        Select select =
                new Select(CURRENT).whereGiven("source = ?", query.source()).whereGiven("verdict = ?", query.verdict());
        query.language().ifPresent(tag -> select.where("(language = ? or language like ?)", tag, tag + "-%"));
        query.text()
                .map(Select::pattern)
                .ifPresent(text -> select.where("(title like ? escape '\\' or body like ? escape '\\')", text, text));
        return newest(select, query, this::article);
    }

    /** Returns the suppressed copies that meet a query, in the desk's order; its text is looked for in titles. */
    public synchronized List<ArticleRelation> copies(ArticleQuery query) {
        Select select = new Select(RELATIONS)
                .where("suppressed = 1")
                .whereGiven("source = ?", query.source())
                .whereGiven("kind = ?", query.verdict());
        query.language().ifPresent(tag -> select.where("(language = ? or language like ?)", tag, tag + "-%"));
        query.text().map(Select::pattern).ifPresent(text -> select.where("title like ? escape '\\'", text));
        return newest(select, query, relations::event);
    }

    private <T> List<T> newest(Select select, ArticleQuery query, Select.Reader<T> reader) {
        query.before().ifPresent(decision -> select.where("decision < ?", decision));
        select.then("order by decision desc, row_number desc limit " + query.limit());
        List<T> newestFirst = new ArrayList<>(read(select, reader));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Returns all that is known of one article; empty when the store does not know it. */
    public synchronized Optional<ArticleHistory> find(String idOrUri) {
        String id = id(idOrUri);
        ArticleHistory history = new ArticleHistory(
                id,
                read(new Select(REVISIONS).where("article_id = ?", id).then("order by decision, rowid"), this::article),
                relations("article_id = ?", id),
                relations("related_id = ? and article_id <> related_id", id));
        boolean known = !history.revisions().isEmpty() || !history.matched().isEmpty();
        return known ? Optional.of(history) : Optional.empty();
    }

    /** Returns the id that a person meant: an id as it is, anything else as a uri. */
    private static String id(String idOrUri) {
        return ID.matcher(idOrUri).matches()
                ? idOrUri
                : ArticleId.of(Normalizer.normalize(idOrUri, Normalizer.Form.NFC));
    }

    private List<ArticleRelation> relations(String condition, String id) {
        return read(
                new Select(RELATIONS).where(DESK + condition, id).then("order by decision, rowid"), relations::event);
    }

    /** Returns the uri of an article id; empty when the store does not know the article. */
    public synchronized Optional<String> uri(String id) {
        return read(new Select(URIS).where("article_id = ?", id).then("limit 1"), row -> row.getString(1)).stream()
                .findFirst();
    }

    /** Returns the stories that meet a query, without copies. */
    public synchronized List<StoredStory> stories(StoryQuery query) {
        return read(() -> stories.list(query));
    }

    /**
     * Returns the story of an article: its first member names it as any other does. A suppressed copy belongs to the story
     * of what it copies.
     */
    public synchronized Optional<StoredStory> story(String idOrUri) {
        return read(() -> stories.of(id(idOrUri)));
    }

    /** Returns how much the store holds. */
    public synchronized StoreCounts counts() {
        return new StoreCounts(
                count("select count(distinct article_id) from article"),
                count("select count(*) from article"),
                count("select count(*) from relation"),
                count("select count(*) from relation where suppressed = 1"),
                countBy("select language, count(*) from current_article group by language"),
                countBy("select verdict, count(*) from article group by verdict"));
    }

    private long count(String sql) {
        return read(new Select(sql), row -> row.getLong(1)).get(0);
    }

    private SortedMap<String, Long> countBy(String sql) {
        SortedMap<String, Long> counts = new TreeMap<>();
        read(new Select(sql), row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    private StoredArticle article(ResultSet row) throws SQLException {
        StoredVerdict verdict = new StoredVerdict(
                row.getString("verdict"),
                row.getString("cluster"),
                row.getLong("decision"),
                Optional.ofNullable(row.getString("evidence")).flatMap(Evidence::parse),
                StoredVerdict.flags(row.getString("desk_flags")));
        return new StoredArticle(articles.event(row), verdict, row.getBoolean("is_current"));
    }

    private interface Reading<T> {
        T run() throws SQLException;
    }

    private <T> List<T> read(Select select, Select.Reader<T> reader) {
        return read(() -> select.list(connection, reader));
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.run();
        } catch (SQLException e) {
            throw new StoreException(
                    SqliteFailure.code(e)
                            .map(code -> "the store " + SqliteFailure.words(code))
                            .orElse("the store cannot be read: " + e.getMessage()),
                    e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("closing the store failed: " + e.getMessage(), e);
        }
    }
}
