package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.RelationRecord;
import dev.tidings.consumer.store.RemovalRecord;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes relations. */
final class RelationTable {

    private static final List<String> KEY = Upsert.columns("""
            article_id revision source_topic source_partition source_offset
            kind related_id related_revision
            """);
    private static final List<String> OTHERS = Upsert.columns("""
            source_timestamp decision suppressed jaccard containment rule algorithm cluster
            language script source uri url content_sha256 title reasons flags
            change new_share new_sentences numbers_before numbers_after names_before names_after
            event_schema event
            """);

    private static final String REMOVE = "delete from relation where article_id = ? and revision = ?"
            + " and related_id = ? and related_revision = ?";

    private final PreparedStatement statement;
    private final PreparedStatement removal;

    RelationTable(Connection connection) throws SQLException {
        statement = connection.prepareStatement(Upsert.into("relation", KEY, OTHERS));
        removal = connection.prepareStatement(REMOVE);
    }

    void store(RelationRecord event, long schema) throws SQLException {
        Row row = new Row(statement);
        key(row, event.relation());
        evidence(row, event.relation());
        description(row, event.relation());
        change(row, event.relation());
        row.number(schema).bytes(event.origin().value()).store();
    }

    void remove(RemovalRecord record) throws SQLException {
        new Row(removal)
                .text(record.articleId())
                .number(record.revision())
                .text(record.relatedId())
                .number(record.relatedRevision())
                .store();
    }

    private static void key(Row row, ArticleRelation relation) throws SQLException {
        row.text(relation.getArticleId())
                .number(relation.getRevision())
                .text(relation.getSourceTopic())
                .number(relation.getSourcePartition())
                .number(relation.getSourceOffset())
                .text(relation.getKind().name())
                .text(relation.getRelatedId())
                .number(relation.getRelatedRevision())
                .number(relation.getSourceTimestamp().toEpochMilli());
    }

    private static void evidence(Row row, ArticleRelation relation) throws SQLException {
        row.number(relation.getDecision())
                .number(relation.getSuppressed() ? 1 : 0)
                .real(relation.getJaccard().orElse(null))
                .real(relation.getContainment().orElse(null))
                .text(relation.getRule())
                .text(relation.getAlgorithm())
                .text(relation.getClusterId());
    }

    private static void change(Row row, ArticleRelation relation) throws SQLException {
        row.text(EventJson.toArrayText(relation.getChange()))
                .real(relation.getNewShare().orElse(null))
                .text(EventJson.toArrayText(relation.getNewSentences()))
                .text(EventJson.toArrayText(relation.getNumbersBefore()))
                .text(EventJson.toArrayText(relation.getNumbersAfter()))
                .text(EventJson.toArrayText(relation.getNamesBefore()))
                .text(EventJson.toArrayText(relation.getNamesAfter()));
    }

    private static void description(Row row, ArticleRelation relation) throws SQLException {
        row.text(relation.getLanguage())
                .text(relation.getScript())
                .text(relation.getSource())
                .text(relation.getUri())
                .text(relation.getUrl().orElse(null))
                .text(relation.getContentSha256())
                .text(relation.getTitle().orElse(null))
                .text(EventJson.toArrayText(relation.getReasons()))
                .text(EventJson.toArrayText(relation.getFlags()));
    }
}
