package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.ArticleRecord;
import dev.tidings.consumer.store.RemovalRecord;
import dev.tidings.consumer.store.StoredVerdict;
import dev.tidings.schemas.ArticleBody;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.EventJson;
import dev.tidings.schemas.Evidence;
import dev.tidings.schemas.Headline;
import dev.tidings.schemas.Published;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes articles. */
final class ArticleTable {

    private static final List<String> KEY =
            Upsert.columns("article_id revision source_topic source_partition source_offset");
    private static final List<String> OTHERS = Upsert.columns("""
            source_timestamp decision verdict cluster evidence verdict_flags
            language language_confidence script source uri url canonical_url
            media_type content_sha256 title published word_count
            flags people organisations places keywords subjects dates blocks
            body event_schema event
            """);

    private static final String REMOVE = "delete from article where article_id = ? and revision = ?";

    private final PreparedStatement statement;
    private final PreparedStatement removal;

    ArticleTable(Connection connection) throws SQLException {
        statement = connection.prepareStatement(Upsert.into("article", KEY, OTHERS));
        removal = connection.prepareStatement(REMOVE);
    }

    void store(ArticleRecord event, long schema) throws SQLException {
        Row row = new Row(statement);
        key(row, event.article());
        verdict(row, event.verdict());
        description(row, event.article());
        lists(row, event.article());
        row.text(ArticleBody.of(event.article()))
                .number(schema)
                .bytes(event.origin().value())
                .store();
    }

    void remove(RemovalRecord record) throws SQLException {
        new Row(removal).text(record.articleId()).number(record.revision()).store();
    }

    private static void key(Row row, EnrichedArticle article) throws SQLException {
        row.text(article.getArticleId())
                .number(article.getRevision())
                .text(article.getSourceTopic())
                .number(article.getSourcePartition())
                .number(article.getSourceOffset())
                .number(article.getSourceTimestamp().toEpochMilli());
    }

    private static void verdict(Row row, StoredVerdict verdict) throws SQLException {
        row.number(verdict.decision())
                .text(verdict.name())
                .text(verdict.cluster())
                .text(verdict.evidence().map(Evidence::toHeader).orElse(null))
                .text(String.join(",", verdict.flags()));
    }

    private static void description(Row row, EnrichedArticle article) throws SQLException {
        row.text(article.getLanguage())
                .real(article.getLanguageConfidence())
                .text(article.getScript())
                .text(article.getSource())
                .text(article.getUri())
                .text(article.getUrl().orElse(null))
                .text(article.getCanonicalUrl().orElse(null))
                .text(article.getMediaType())
                .text(article.getContentSha256())
                .text(title(article))
                .text(article.getPublished().map(Published::getIso).orElse(null))
                .number(article.getWordCount());
    }

    private static void lists(Row row, EnrichedArticle article) throws SQLException {
        row.text(EventJson.toArrayText(article.getFlags()))
                .text(EventJson.toArrayText(article.getPeople()))
                .text(EventJson.toArrayText(article.getOrganisations()))
                .text(EventJson.toArrayText(article.getPlaces()))
                .text(EventJson.toArrayText(article.getKeywords()))
                .text(EventJson.toArrayText(article.getSubjects()))
                .text(EventJson.toArrayText(article.getDates()))
                .text(EventJson.toArrayText(article.getBlocks()));
    }

    private static @Nullable String title(EnrichedArticle article) {
        return article.getHeadlines().stream()
                .findFirst()
                .map(Headline::getValue)
                .orElse(null);
    }
}
