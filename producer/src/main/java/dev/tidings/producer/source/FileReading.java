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
 * @param maxBytes largest file to read whole, in bytes
 * @param headBytes how much to read of a larger one, in bytes
 */
public record FileReading(long maxBytes, int headBytes) {

    private static final int ATTEMPTS = 3;

    /** Returns what the file holds; a file that was written to meanwhile is read again, three times at most. */
    public FileContent read(Path file) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<FileContent> content = attempt(file);
                if (content.isPresent()) {
                    return content.get();
                }
            }
            return FileContent.without(State.CHANGING, "");
        } catch (NoSuchFileException e) {
            return FileContent.without(State.VANISHED, "");
        } catch (IOException e) {
            return unreadable(file, e);
        }
    }

    /** Empty when the file changed meanwhile. */
    private Optional<FileContent> attempt(Path file) throws IOException {
        BasicFileAttributes before = attributes(file);
        if (!before.isRegularFile()) {
            return Optional.of(FileContent.without(State.NOT_REGULAR_FILE, ""));
        }
        if (before.size() > maxBytes) {
            return Optional.of(content(State.TOO_LARGE, bytes(file, headBytes), before));
        }
        ByteBuffer bytes = bytes(file, (int) before.size() + 1);
        boolean settled = bytes.remaining() == before.size() && unchanged(before, attributes(file));
        return settled ? Optional.of(content(State.WHOLE, bytes, before)) : Optional.empty();
    }

    private static boolean unchanged(BasicFileAttributes before, BasicFileAttributes after) {
        return before.size() == after.size() && before.lastModifiedTime().equals(after.lastModifiedTime());
    }

    private static FileContent content(State state, ByteBuffer bytes, BasicFileAttributes attributes) {
        return new FileContent(state, bytes, attributes.size(), modified(attributes), "");
    }

    /** File systems know times that an Instant of milliseconds cannot hold; toMillis ends at the nearest that it can. */
    private static Instant modified(BasicFileAttributes attributes) {
        return Instant.ofEpochMilli(attributes.lastModifiedTime().toMillis());
    }

    private static ByteBuffer bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return ByteBuffer.wrap(in.readNBytes(most));
        }
    }

    private static FileContent unreadable(Path file, IOException e) {
        String cause = e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : String.valueOf(e.getMessage()).lines().findFirst().orElse("input/output error");
        try {
            BasicFileAttributes attributes = attributes(file);
            return new FileContent(
                    State.UNREADABLE, ByteBuffer.allocate(0), attributes.size(), modified(attributes), cause);
        } catch (IOException gone) {
            return FileContent.without(State.UNREADABLE, cause);
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
