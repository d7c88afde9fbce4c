package dev.tidings.producer.source;

import dev.tidings.producer.source.FileContent.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads files whole up to a limit, and only the head of what is larger: the size decides, so that a file of a terabyte
 * costs no more than its first bytes.
 *
 * <p>Not part of the API: public for the packages that publish.
 *
 * @param maxBytes largest file to read whole, in bytes
 * @param headBytes how much to read of a larger one, in bytes
 */
public record FileReading(long maxBytes, int headBytes) {

    private static final int ATTEMPTS = 3;

    /** Returns what the file holds; a file that was written to meanwhile is read again, three times at most. */
    public FileContent readFile(Path file) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<FileContent> content = attemptRead(file);
                if (content.isPresent()) {
                    return content.get();
                }
            }
            return FileContent.withoutBytes(State.CHANGING, "");
        } catch (NoSuchFileException e) {
            return FileContent.withoutBytes(State.VANISHED, "");
        } catch (IOException e) {
            return unreadableContent(file, e);
        }
    }

    /** Empty when the file changed meanwhile. */
    private Optional<FileContent> attemptRead(Path file) throws IOException {
        BasicFileAttributes before = readAttributes(file);
        if (!before.isRegularFile()) {
            return Optional.of(FileContent.withoutBytes(State.NOT_REGULAR_FILE, ""));
        }
        if (before.size() > maxBytes) {
            return Optional.of(contentOf(State.TOO_LARGE, readBytes(file, headBytes), before));
        }
        ByteBuffer bytes = readBytes(file, (int) before.size() + 1);
        boolean settled = bytes.remaining() == before.size() && isUnchanged(before, readAttributes(file));
        return settled ? Optional.of(contentOf(State.WHOLE, bytes, before)) : Optional.empty();
    }

    private static boolean isUnchanged(BasicFileAttributes before, BasicFileAttributes after) {
        return before.size() == after.size() && before.lastModifiedTime().equals(after.lastModifiedTime());
    }

    private static FileContent contentOf(State state, ByteBuffer bytes, BasicFileAttributes attributes) {
        return new FileContent(state, bytes, attributes.size(), modifiedTime(attributes), "");
    }

    /**
     * File systems know times that an Instant of milliseconds cannot hold; toMillis ends at the nearest that it can.
     */
    private static Instant modifiedTime(BasicFileAttributes attributes) {
        return Instant.ofEpochMilli(attributes.lastModifiedTime().toMillis());
    }

    private static ByteBuffer readBytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return ByteBuffer.wrap(in.readNBytes(most));
        }
    }

    private static FileContent unreadableContent(Path file, IOException e) {
        String cause = e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : String.valueOf(e.getMessage()).lines().findFirst().orElse("input/output error");
        try {
            BasicFileAttributes attributes = readAttributes(file);
            return new FileContent(
                    State.UNREADABLE, ByteBuffer.allocate(0), attributes.size(), modifiedTime(attributes), cause);
        } catch (IOException gone) {
            return FileContent.withoutBytes(State.UNREADABLE, cause);
        }
    }

    private static BasicFileAttributes readAttributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
