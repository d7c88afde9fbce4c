package dev.tidings.app.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.SuppliedMetadata;
import dev.tidings.producer.source.InputContent;
import dev.tidings.schemas.SourceFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A container made for tests, {@code .many}: each line is the id of an article, and everything about it is supplied.
 */
final class GeneratedFormat implements InputFormat {

    static final InputFormats FORMATS = new InputFormats(List.of(new GeneratedFormat()));

    @Override
    public String name() {
        return "many";
    }

    @Override
    public String description() {
        return "ids made for tests";
    }

    @Override
    public boolean claims(InputSample sample) {
        return sample.nameEndsWith(".many");
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        BufferedReader ids = new BufferedReader(new InputStreamReader(content.open(), UTF_8));
        return new RecordReader() {
            private long next;

            @Override
            public Optional<InputRecord> next() throws IOException {
                return Optional.ofNullable(ids.readLine()).map(id -> article(id, next++));
            }

            @Override
            public void close() throws IOException {
                ids.close();
            }
        };
    }

    private static SuppliedArticle article(String id, long position) {
        return new SuppliedArticle(
                ByteBuffer.wrap(("article " + id).getBytes(UTF_8)),
                SourceFormat.TEXT,
                "text/plain",
                position,
                Optional.of(id),
                metadata(id));
    }

    private static SuppliedMetadata metadata(String id) {
        return SuppliedMetadata.builder()
                .title("title " + id)
                .url("https://example-" + id + ".org/")
                .canonicalUrl("https://example-" + id + ".org/canonical")
                .language("en")
                .charset("utf-8")
                .published("21 March 2026")
                .modified("22 March 2026")
                .created(Instant.parse("2026-03-20T10:00:00Z"))
                .byline("By A and B")
                .author("A")
                .author("B")
                .credit("Agency", "agency")
                .attribute("section", "world")
                .build();
    }
}
