package dev.tidings.producer.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Tells what stands at a path before anything is opened. */
final class FileKind {

    /** A folder to enter, a file to read (links resolved), or neither. */
    record Found(Path path, boolean folder, Optional<SkipReason> skipped) {

        private static Found skipped(Path path, SkipReason reason) {
            return new Found(path, false, Optional.of(reason));
        }
    }

    private final Path realRoot;

    FileKind(Path realRoot) {
        this.realRoot = realRoot;
    }

    Found of(Path path) {
        try {
            BasicFileAttributes attributes = attributes(path);
            if (attributes.isSymbolicLink()) {
                return linked(path);
            }
            return attributes.isDirectory() ? new Found(path, true, Optional.empty()) : file(path, attributes);
        } catch (IOException e) {
            return Found.skipped(path, reason(e));
        }
    }

    private Found linked(Path link) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(realRoot)) {
                return Found.skipped(link, SkipReason.OUTSIDE_ROOT);
            }
            BasicFileAttributes attributes = attributes(target);
            if (!attributes.isDirectory()) {
                return file(target, attributes);
            }
            return Found.skipped(link, link.startsWith(target) ? SkipReason.SYMLINK_LOOP : SkipReason.LINKED_FOLDER);
        } catch (NoSuchFileException | AccessDeniedException e) {
            return Found.skipped(link, reason(e));
        } catch (IOException e) {
            // What is left is a circle of links, for which Java has no exception of its own here.
            return Found.skipped(link, SkipReason.SYMLINK_LOOP);
        }
    }

    private static Found file(Path path, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                ? new Found(path, false, Optional.empty())
                : Found.skipped(path, SkipReason.NOT_REGULAR_FILE);
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    static SkipReason reason(IOException e) {
        return e instanceof NoSuchFileException ? SkipReason.VANISHED : SkipReason.UNREADABLE;
    }
}
