package dev.tidings.producer.format;

import dev.tidings.producer.source.InputContent;
import java.io.IOException;
import java.util.Optional;

/**
 * A format whose inputs do not say what somebody knows of them: charset, language, address, date. What they say
 * themselves goes before.
 *
 * @param format the format
 * @param declared what is known of every article
 * @param claimsAll whether every input is read in this format, whatever it looks like
 */
public record DeclaredFormat(InputFormat format, SuppliedMetadata declared, boolean claimsAll) implements InputFormat {

    @Override
    public String name() {
        return format.name();
    }

    @Override
    public String description() {
        return format.description();
    }

    @Override
    public String identity() {
        return format.identity();
    }

    @Override
    public boolean claims(InputSample sample) {
        return claimsAll || format.claims(sample);
    }

    @Override
    public InputFormat withMapping(String mapping) {
        return new DeclaredFormat(format.withMapping(mapping), declared, claimsAll);
    }

    @Override
    public boolean isContainer() {
        return format.isContainer();
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        RecordReader records = format.read(content, maxArticleBytes);
        return new RecordReader() {
            @Override
            public Optional<InputRecord> next() throws IOException {
                return records.next().map(DeclaredFormat.this::complete);
            }

            @Override
            public void close() throws IOException {
                records.close();
            }
        };
    }

    private InputRecord complete(InputRecord record) {
        return record instanceof SuppliedArticle article
                ? new SuppliedArticle(
                        article.payload(),
                        article.format(),
                        article.mediaType(),
                        article.recordOffset(),
                        article.id(),
                        article.metadata().completedBy(declared))
                : record;
    }
}
