package dev.tidings.streams.decode;

import dev.tidings.streams.decode.charset.Payload;
import java.util.List;
import java.util.Optional;

/** Formats that are no text, by their first bytes: what a file is beats what it is called. */
enum BinaryFormat {
    PDF("%PDF-"),
    PNG("\u0089PNG\r\n\u001a\n"),
    JPEG("\u00ff\u00d8\u00ff"),
    GIF_87A("GIF87a"),
    GIF_89A("GIF89a"),
    ELF("\u007fELF"),
    ZIP("PK\u0003\u0004"),
    GZIP("\u001f\u008b\b"),
    ZSTD("(\u00b5/\u00fd"),
    OLE("\u00d0\u00cf\u0011\u00e0"),
    SQLITE("SQLite format 3\u0000");

    private static final List<BinaryFormat> ALL = List.of(values());

    private final String magic;

    /** Takes the magic bytes as characters U+0000 to U+00FF. */
    BinaryFormat(String magic) {
        this.magic = magic;
    }

    /** Returns the format that the payload begins as. */
    static Optional<BinaryFormat> of(Payload payload) {
        for (BinaryFormat format : ALL) {
            if (payload.startsWith(format.magic)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
