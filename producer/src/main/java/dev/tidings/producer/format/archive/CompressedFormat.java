package dev.tidings.producer.format.archive;

import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.source.InputContent;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A compressed file: its articles are those of the file in it. */
public final class CompressedFormat implements InputFormat {

    private final InputFormats inner;

    /** Reads what is compressed in one of some formats. */
    public CompressedFormat(InputFormats inner) {
        this.inner = inner;
    }

    @Override
    public String name() {
        return "compressed";
    }

    @Override
    public String description() {
        return "gzip, zstd and bzip2 of any other format";
    }

    @Override
    public String identity() {
        return "as without; a file that is one article by its name";
    }

    @Override
    public boolean claims(InputSample sample) {
        return Compression.of(sample.head()).isPresent()
                || (sample.start().isEmpty() && sample.nameEndsWith(".gz", ".tgz", ".zst", ".bz2"));
    }

    @Override
    public InputFormat withMapping(String mapping) {
        return new CompressedFormat(inner.withMapping(mapping));
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        Compression compression = Compression.of(InputSample.of(content).head())
                .orElseThrow(() -> new FormatException("it is not compressed in a way that is known"));
        return MemberReader.open(new Decompressed(content, compression), inner, maxArticleBytes, "");
    }

    /** The file in the file; its size is not known before it has been read. */
    private record Decompressed(InputContent compressed, Compression compression) implements InputContent {

        @Override
        public String name() {
            return compression.nameWithin(compressed.name());
        }

        @Override
        public long size() {
            return Long.MAX_VALUE;
        }

        @Override
        public InputStream open() throws IOException {
            InputStream in = compressed.open();
            try {
                return compression.decompress(in);
            } catch (EOFException e) {
                in.close();
                throw new FormatException("truncated", "the compressed data end early");
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        }
    }
}
