package dev.tidings.producer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * By what a file's state is told from its next without reading it.
 *
 * @param size in bytes
 * @param modified time of the last write
 * @param identity of the file behind the name (device and inode); empty where the file system has none
 * @param changed time of the last write, rename or change of attributes; that of the last write where it is not known
 */
record FileStamp(long size, FileTime modified, String identity, FileTime changed) {

    private static final FileTime NEVER = FileTime.fromMillis(0);

    /** Returns the stamp of a file; empty when it is not there any more or cannot be looked at. */
    static Optional<FileStamp> stampOf(Path file) {
        try {
            return Optional.of(
                    file.getFileSystem().supportedFileAttributeViews().contains("unix")
                            ? unixStamp(file)
                            : basicStamp(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the stamp of something that is passed over, the same as long as the reason is. */
    static FileStamp stampOf(SkipReason reason) {
        return new FileStamp(0, NEVER, reason.code(), NEVER);
    }

    /** Reads all attributes at once: a write between two reads would look like a rename. */
    private static FileStamp unixStamp(Path file) throws IOException {
        Map<String, Object> found =
                Files.readAttributes(file, "unix:size,lastModifiedTime,fileKey,ctime", LinkOption.NOFOLLOW_LINKS);
        return new FileStamp(
                attributeText(found, "size", Long.class),
                attributeText(found, "lastModifiedTime", FileTime.class),
                String.valueOf(found.get("fileKey")),
                attributeText(found, "ctime", FileTime.class));
    }

    private static <T> T attributeText(Map<String, Object> found, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(found.get(name)));
    }

    private static FileStamp basicStamp(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new FileStamp(found.size(), found.lastModifiedTime(), "", found.lastModifiedTime());
    }

    /**
     * Returns whether nothing happened between the two. What was written may have its size and its time set back, and
     * what nobody could read may be readable now.
     */
    boolean isSame(FileStamp other) {
        return equals(other);
    }

    /**
     * Returns whether the last thing that happened to the file was no write. A file that is met like this for the first
     * time was finished elsewhere and then renamed, linked or given its attributes.
     */
    boolean finishedElsewhere() {
        return size > 0 && changed.compareTo(modified) > 0;
    }
}
