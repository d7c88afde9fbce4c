package dev.tidings.producer.format.archive;

import dev.tidings.producer.format.archive.GuardedInput.CountedInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** Ways to compress one file, by its first bytes. */
enum Compression {
    GZIP("1f8b08", ".gz"),
    ZSTD("28b52ffd", ".zst"),
    BZIP2("425a68", ".bz2");

    private static final int BUFFER_BYTES = 64 * 1024;

    private final String start;
    private final String suffix;

    Compression(String start, String suffix) {
        this.start = start;
        this.suffix = suffix;
    }

    static Optional<Compression> of(ByteBuffer head) {
        byte[] bytes = new byte[Math.min(4, head.remaining())];
        head.duplicate().get(bytes);
        String hex = HexFormat.of().formatHex(bytes);
        return Arrays.stream(values())
                .filter(compression -> hex.startsWith(compression.start))
                .findFirst();
    }

    /** Returns the name that a file has when it is not compressed. */
    String nameWithin(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".tgz")) {
            return name.substring(0, name.length() - 3) + "tar";
        }
        return lower.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    /** Returns the decompressed stream; closing it closes the other. */
    InputStream decompress(InputStream in) throws IOException {
        CountedInput counted = new CountedInput(in);
        InputStream buffered = new BufferedInputStream(counted, BUFFER_BYTES);
        InputStream decompressed = switch (this) {
            case GZIP -> new GZIPInputStream(buffered, BUFFER_BYTES);
            case ZSTD -> new ZstdCompressorInputStream(buffered);
            case BZIP2 -> new BZip2CompressorInputStream(buffered, true);
        };
        return new GuardedInput(decompressed, counted);
    }
}
