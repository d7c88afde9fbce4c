package dev.tidings.app.cli.store;

import dev.tidings.app.cli.output.View;
import dev.tidings.consumer.store.StoredArticle;
import dev.tidings.schemas.ArticleBody;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Headline;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** How articles of the store are listed. Programs see every field of the event, and the verdict on it. */
public final class StoredViews {
    private static final int FIRST_WORDS = 80;

    public static final View<StoredArticle> ARTICLES = View.of(StoredArticle.class)
            .withColumn("uri", article -> article.event().getUri())
            .withColumn("language", article -> article.event().getLanguage())
            .withColumn("verdict", article -> article.verdict().name())
            .withColumn("title", article -> titleOrFirstWords(article.event()))
            .withFields(article -> fieldsOf(
                    article.event(), article.verdict().name(), article.verdict().cluster()));

    static final View<ArticleRelation> COPIES = View.of(ArticleRelation.class)
            .withColumn("uri", ArticleRelation::getUri)
            .withColumn("language", ArticleRelation::getLanguage)
            .withColumn("verdict", ArticleRelation::getKind)
            .withColumn("title", ArticleRelation::getTitle)
            .withColumn("copy of", ArticleRelation::getRelatedId)
            .withFields(copy -> fieldsOf(copy, copy.getKind().name(), copy.getClusterId()));

    private StoredViews() {}

    /** The headline, or the beginning of the body where there is none: a title is never invented. */
    static String titleOrFirstWords(EnrichedArticle article) {
        return article.getHeadlines().stream()
                .findFirst()
                .map(Headline::getValue)
                .orElseGet(() -> firstWords(ArticleBody.of(article)));
    }

    /** The first line of a text, cut behind so many words that it fits into a table. */
    public static String firstWords(String body) {
        String line = body.strip().lines().findFirst().orElse("");
        if (line.codePointCount(0, line.length()) <= FIRST_WORDS) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, FIRST_WORDS)).stripTrailing() + "…";
    }

    public static Map<String, @Nullable Object> fieldsOf(IndexedRecord event, String verdict, String cluster) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : event.getSchema().getFields()) {
            fields.put(field.name(), event.get(field.pos()));
        }
        fields.put("verdict", verdict);
        fields.put("cluster", cluster);
        return fields;
    }
}
