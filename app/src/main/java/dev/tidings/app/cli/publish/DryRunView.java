package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.store.StoredViews;
import dev.tidings.schemas.RawArticle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a publish would put into the raw topic, as people and programs see it. */
final class DryRunView {

    static final View<RawArticle> VIEW = View.of(RawArticle.class)
            .withColumn("uri", RawArticle::getUri)
            .withColumn("mapping", DryRunView::mappingOf)
            .withColumn("language", raw -> raw.getLanguage().orElse(""))
            .withColumn("published", raw -> raw.getPublishedRaw().orElse(""))
            .withColumn("title", raw -> StoredViews.firstWords(raw.getTitle().orElse("")))
            .withFields(DryRunView::fieldsOf);

    private DryRunView() {}

    /** How an item was read; of what is no item, what it is. */
    private static String mappingOf(RawArticle raw) {
        return Optional.ofNullable(raw.getAttributes().get("mapping")).orElse(raw.getMediaType());
    }

    private static Map<String, @Nullable Object> fieldsOf(RawArticle raw) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("uri", raw.getUri());
        fields.put("articleId", raw.getArticleId());
        fields.put("mediaType", raw.getMediaType());
        fields.put("mapping", mappingOf(raw));
        fields.put("bytes", raw.getPayload().remaining());
        fields.put("contentSha256", raw.getContentSha256());
        fields.put("title", raw.getTitle().orElse(null));
        fields.put("url", raw.getUrl().orElse(null));
        fields.put("language", raw.getLanguage().orElse(null));
        fields.put("published", raw.getPublishedRaw().orElse(null));
        fields.put("modified", raw.getModifiedRaw().orElse(null));
        fields.put("by", raw.getBy().orElse(null));
        fields.put("authors", List.copyOf(raw.getAuthors()));
        fields.put("charset", raw.getDeclaredCharset().orElse(null));
        fields.put("attributes", raw.getAttributes());
        return fields;
    }
}
