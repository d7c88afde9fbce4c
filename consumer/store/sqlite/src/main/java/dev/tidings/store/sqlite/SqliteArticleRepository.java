package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.ArticleHistory;
import dev.tidings.consumer.store.ArticleIds;
import dev.tidings.consumer.store.ArticleQuery;
import dev.tidings.consumer.store.ArticleRepository;
import dev.tidings.consumer.store.StoreCounts;
import dev.tidings.consumer.store.StoredArticle;
import dev.tidings.consumer.store.StoredVerdict;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads articles and what they are to each other. */
final class SqliteArticleRepository implements ArticleRepository {

    private static final String ARTICLE_COLUMNS =
            "decision, verdict, cluster, evidence, verdict_flags, event_schema, event";
    private static final String CURRENT =
            "select " + ARTICLE_COLUMNS + ", row_number, 1 as is_current from current_article";
    private static final String REVISIONS = "select " + ARTICLE_COLUMNS
            + ", rowid = (select row_number from current_article current where current.article_id = article.article_id)"
            + " as is_current from article";
    private static final String RELATIONS = "select rowid as row_number, event_schema, event from relation";
    /** Relations that the deduplication stage decided; those of stories are told by the stories. */
    private static final String DECIDED = "kind not in ('SAME_STORY', 'UNLINKED') and ";

    private static final String URIS =
            "select uri from" + " (select article_id, uri from article union all select article_id, uri from relation)";

    private final ReadConnection connection;
    private final EventDecoder<EnrichedArticle> articles;
    private final EventDecoder<ArticleRelation> relations;

    SqliteArticleRepository(ReadConnection connection, EventDecoder<ArticleRelation> relations) {
        this.connection = connection;
        this.articles = new EventDecoder<>(connection, EnrichedArticle.class);
        this.relations = relations;
    }

    @Override
    public List<StoredArticle> listArticles(ArticleQuery query) {
        Select select =
                new Select(CURRENT).whereGiven("source = ?", query.source()).whereGiven("verdict = ?", query.verdict());
        query.language().ifPresent(tag -> select.where("(language = ? or language like ?)", tag, tag + "-%"));
        query.text()
                .map(Select::pattern)
                .ifPresent(text -> select.where("(title like ? escape '\\' or body like ? escape '\\')", text, text));
        return listNewest(select, query, this::toArticle);
    }

    @Override
    public List<ArticleRelation> listCopies(ArticleQuery query) {
        Select select = new Select(RELATIONS)
                .where("suppressed = 1")
                .whereGiven("source = ?", query.source())
                .whereGiven("kind = ?", query.verdict());
        query.language().ifPresent(tag -> select.where("(language = ? or language like ?)", tag, tag + "-%"));
        query.text().map(Select::pattern).ifPresent(text -> select.where("title like ? escape '\\'", text));
        return listNewest(select, query, relations::decode);
    }

    private <T> List<T> listNewest(Select select, ArticleQuery query, Select.RowMapper<T> mapper) {
        query.since().ifPresent(time -> select.where("source_timestamp >= ?", time.toEpochMilli()));
        query.before().ifPresent(decision -> select.where("decision < ?", decision));
        select.then("order by decision desc, row_number desc limit " + query.limit());
        List<T> newestFirst = new ArrayList<>(list(select, mapper));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public Optional<ArticleHistory> findHistory(String idOrUri) {
        String id = ArticleIds.toId(idOrUri);
        ArticleHistory history = new ArticleHistory(
                id,
                list(
                        new Select(REVISIONS).where("article_id = ?", id).then("order by decision, rowid"),
                        this::toArticle),
                relations("article_id = ?", id),
                relations("related_id = ? and article_id <> related_id", id));
        boolean known = !history.revisions().isEmpty() || !history.matched().isEmpty();
        return known ? Optional.of(history) : Optional.empty();
    }

    private List<ArticleRelation> relations(String condition, String id) {
        return list(
                new Select(RELATIONS).where(DECIDED + condition, id).then("order by decision, rowid"),
                relations::decode);
    }

    @Override
    public Optional<String> findUri(String id) {
        return list(new Select(URIS).where("article_id = ?", id).then("limit 1"), row -> row.getString(1)).stream()
                .findFirst();
    }

    @Override
    public StoreCounts countAll() {
        return new StoreCounts(
                count("select count(distinct article_id) from article"),
                count("select count(*) from article"),
                count("select count(*) from relation"),
                count("select count(*) from relation where suppressed = 1"),
                countBy("select language, count(*) from current_article group by language"),
                countBy("select verdict, count(*) from article group by verdict"));
    }

    private long count(String sql) {
        return list(new Select(sql), row -> row.getLong(1)).get(0);
    }

    private SortedMap<String, Long> countBy(String sql) {
        SortedMap<String, Long> counts = new TreeMap<>();
        list(new Select(sql), row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    private StoredArticle toArticle(ResultSet row) throws SQLException {
        StoredVerdict verdict = new StoredVerdict(
                row.getString("verdict"),
                row.getString("cluster"),
                row.getLong("decision"),
                Optional.ofNullable(row.getString("evidence")).flatMap(Evidence::parseHeader),
                flags(row.getString("verdict_flags")));
        return new StoredArticle(articles.decode(row), verdict, row.getBoolean("is_current"));
    }

    private static List<String> flags(String text) {
        return Stream.of(text.split(",")).filter(flag -> !flag.isBlank()).toList();
    }

    private <T> List<T> list(Select select, Select.RowMapper<T> mapper) {
        return connection.read(reading -> select.list(reading, mapper));
    }
}
