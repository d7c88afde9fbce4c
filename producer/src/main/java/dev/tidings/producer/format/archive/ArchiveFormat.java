package dev.tidings.producer.format.archive;

import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.source.InputContent;
import java.io.IOException;

/** An archive: its articles are those of its members. */
public final class ArchiveFormat implements InputFormat {

    private final InputFormats inner;

    /** Reads members of some formats. */
    public ArchiveFormat(InputFormats inner) {
        this.inner = inner;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public String description() {
        return "zip and tar with members of any other format";
    }

    @Override
    public String identity() {
        return "path of the member, and what it is known by there";
    }

    @Override
    public boolean claims(InputSample sample) {
        return ArchiveKind.of(sample).isPresent() || (sample.start().isEmpty() && sample.nameEndsWith(".zip", ".tar"));
    }

    @Override
    public InputFormat withMapping(String mapping) {
        return new ArchiveFormat(inner.withMapping(mapping));
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        ArchiveKind kind = ArchiveKind.of(InputSample.of(content))
                .orElseThrow(() -> new FormatException("it is no archive of a kind that is known"));
        return new ArchiveReader(kind, content.open(), inner, maxArticleBytes);
    }
}
