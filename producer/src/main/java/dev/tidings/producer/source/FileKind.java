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

        private static Found skippedFile(Path path, SkipReason reason) {
            return new Found(path, false, Optional.of(reason));
        }
    }

    private final Path realRoot;

    FileKind(Path realRoot) {
        this.realRoot = realRoot;
    }

    Found kindOf(Path path) {
        try {
            BasicFileAttributes attributes = readAttributes(path);
            if (attributes.isSymbolicLink()) {
                return linkedKind(path);
            }
            return attributes.isDirectory() ? new Found(path, true, Optional.empty()) : fileKind(path, attributes);
        } catch (IOException e) {
            return Found.skippedFile(path, skipReason(e));
        }
    }

    private Found linkedKind(Path link) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(realRoot)) {
                return Found.skippedFile(link, SkipReason.OUTSIDE_ROOT);
            }
            BasicFileAttributes attributes = readAttributes(target);
            if (!attributes.isDirectory()) {
                return fileKind(target, attributes);
            }
            return Found.skippedFile(
                    link, link.startsWith(target) ? SkipReason.SYMLINK_LOOP : SkipReason.LINKED_FOLDER);
        } catch (NoSuchFileException | AccessDeniedException e) {
            return Found.skippedFile(link, skipReason(e));
        } catch (IOException e) {
            // What is left is a circle of links, for which Java has no exception of its own here.
            return Found.skippedFile(link, SkipReason.SYMLINK_LOOP);
        }
    }

    private static Found fileKind(Path path, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                ? new Found(path, false, Optional.empty())
                : Found.skippedFile(path, SkipReason.NOT_REGULAR_FILE);
    }

    private static BasicFileAttributes readAttributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    static SkipReason skipReason(IOException e) {
        return e instanceof NoSuchFileException ? SkipReason.VANISHED : SkipReason.UNREADABLE;
    }
}
