package dev.tidings.producer.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read in a stream. It remembers the state of the file from the first question about it, and tells whether
 * it is still the same. For one thread.
 *
 * <p>Not part of the API: public for the packages that publish.
 */
public final class FileInput implements InputContent {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final String name;
    private final Path file;
    private @Nullable FileStamp stamp;

    /** Names a file; nothing of it is looked at. */
    public FileInput(ScannedInput input) {
        this.name = input.fileName();
        this.file = input.file();
    }

    private FileStamp stamp() {
        if (stamp == null) {
            stamp = FileStamp.stampOf(file).orElse(FileStamp.stampOf(SkipReason.VANISHED));
        }
        return stamp;
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the length in bytes; 0 when the file is not there any more or cannot be looked at. */
    @Override
    public long size() {
        return stamp().size();
    }

    /**
     * Returns the modification time, in milliseconds; a time that an Instant cannot hold is the nearest that it can.
     */
    public Instant modified() {
        return Instant.ofEpochMilli(stamp().modified().toMillis());
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns whether nothing has been written to the file since the first question. */
    public boolean unchanged() {
        FileStamp before = stamp();
        return FileStamp.stampOf(file).filter(before::isSame).isPresent();
    }

    /** Reads the file once and returns the SHA-256 of it in lower-case hexadecimal. */
    public String sha256() throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = new DigestInputStream(open(), digest)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (in.read(buffer) >= 0) {
                // The digest has seen them.
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the first bytes, at most so many. */
    public byte[] head(int maxBytes) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(maxBytes);
        }
    }
}
