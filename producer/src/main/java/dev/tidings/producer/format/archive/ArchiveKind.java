package dev.tidings.producer.format.archive;

import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.archive.GuardedInput.CountedInput;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** Archives of many files, by their first bytes. */
enum ArchiveKind {
    ZIP,
    TAR;

    private static final int TAR_MAGIC = 257;
    private static final int BUFFER_BYTES = 64 * 1024;

    /** Documents that are archives of something else. */
    private static final String OTHERS = ".docx .xlsx .pptx .odt .ods .odp .epub .jar .war .apk .xpi .kmz";

    static Optional<ArchiveKind> of(InputSample sample) {
        ByteBuffer head = sample.head();
        if (head.remaining() > 4 && head.getInt(0) == 0x504b0304) {
            return isDocument(sample.lowerName()) ? Optional.empty() : Optional.of(ZIP);
        }
        boolean tar = head.remaining() > TAR_MAGIC + 5
                && head.get(TAR_MAGIC) == 'u'
                && head.get(TAR_MAGIC + 1) == 's'
                && head.get(TAR_MAGIC + 2) == 't'
                && head.get(TAR_MAGIC + 3) == 'a'
                && head.get(TAR_MAGIC + 4) == 'r';
        return tar ? Optional.of(TAR) : Optional.empty();
    }

    private static boolean isDocument(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && (" " + OTHERS + " ").contains(" " + name.substring(dot) + " ");
    }

    /** Returns a stream of the members that ends bombs; closing it closes the other. */
    ArchiveInputStream<? extends ArchiveEntry> open(CountedInput in) {
        InputStream buffered = new BufferedInputStream(in, BUFFER_BYTES);
        return this == ZIP
                ? new ZipArchiveInputStream(buffered, "UTF-8", true, true)
                : new TarArchiveInputStream(buffered, "UTF-8");
    }
}
