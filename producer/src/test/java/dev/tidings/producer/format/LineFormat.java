package dev.tidings.producer.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.source.InputContent;
import dev.tidings.schemas.SourceFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container made for tests: a line is an article, {@code id|text}. A line without {@code |} is rejected, one that is
 * {@code END} makes no sense of all that follows. Everything that can be supplied is.
 */
public final class LineFormat implements InputFormat {

    private final List<WeakReference<SuppliedArticle>> made = new ArrayList<>();

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public String description() {
        return "lines made for tests";
    }

    @Override
    public boolean claims(InputSample sample) {
        return sample.nameEndsWith(".lines");
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(content.open(), UTF_8));
        return new RecordReader() {
            private long next;

            @Override
            public Optional<InputRecord> next() throws IOException {
                String line = lines.readLine();
                return line == null ? Optional.empty() : Optional.of(record(line, next++));
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }

    private InputRecord record(String line, long position) throws IOException {
        if (line.equals("END")) {
            throw new FormatException("line " + position + " is no line");
        }
        ByteBuffer payload = ByteBuffer.wrap(line.getBytes(UTF_8));
        int bar = line.indexOf('|');
        if (bar < 0) {
            return new RejectedRecord(
                    position,
                    Optional.empty(),
                    Optional.empty(),
                    payload,
                    payload.remaining(),
                    RejectedRecord.MALFORMED,
                    "expected id|text");
        }
        SuppliedArticle article = new SuppliedArticle(
                payload,
                SourceFormat.TEXT,
                "text/x-line",
                position,
                Optional.of(line.substring(0, bar)),
                metadata(line.substring(bar + 1)));
        made.add(new WeakReference<>(article));
        return article;
    }

    /** States everything that can be stated. */
    public static SuppliedMetadata metadata(String title) {
        return SuppliedMetadata.builder()
                .title(title)
                .url("https://example.org/a")
                .canonicalUrl("https://example.org/")
                .language("ckb")
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

    /** Returns how many of the articles that were made are still held by somebody. */
    public long held() {
        return made.stream().filter(article -> article.get() != null).count();
    }

    /** Returns how many articles were made. */
    public int made() {
        return made.size();
    }
}
