package dev.tidings.producer.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.SourceFormat;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SuppliedFieldsTest {

    /** Fields that say where the article was found and what it is called, which its input does not know. */
    private static final Set<String> PUBLISHERS_OWN = Set.of(
            "articleId",
            "uri",
            "revision",
            "deadLetteredBefore",
            "source",
            "contentSha256",
            "fileName",
            "fileModified",
            "ingested",
            "flags");

    @Test
    void everyFieldThatAnInputCanSupplyIsFilled() {
        RawArticle article = RawArticle.newBuilder().setArticleId("id").build();
        RawArticle empty = RawArticle.newBuilder().setArticleId("id").build();

        SuppliedFields.write(supplied(LineFormat.metadata("title")), article);

        assertThat(article.getSchema().getFields())
                .filteredOn(field -> !PUBLISHERS_OWN.contains(field.name()))
                .extracting(Schema.Field::name)
                .allSatisfy(name -> assertThat(article.get(name)).isNotEqualTo(empty.get(name)));
        assertThat(article.getAuthors()).isEqualTo(List.of("A", "B"));
        assertThat(article.getAttributes()).isEqualTo(Map.of("section", "world"));
        assertThat(article.getPublishedRaw()).contains("21 March 2026");
        assertThat(article.getRecordOffset()).isEqualTo(7);
    }

    @Test
    void whatIsNotStatedStaysEmpty() {
        RawArticle article = RawArticle.newBuilder().setArticleId("id").build();

        SuppliedFields.write(
                supplied(SuppliedMetadata.builder().title(" ").url(null).build()), article);

        assertThat(article.getTitle()).isEmpty();
        assertThat(article.getUrl()).isEmpty();
        assertThat(article.getAuthors()).isEmpty();
    }

    private static SuppliedArticle supplied(SuppliedMetadata metadata) {
        return new SuppliedArticle(
                ByteBuffer.wrap(new byte[] {1}), SourceFormat.JSON, "application/json", 7, Optional.empty(), metadata);
    }
}
