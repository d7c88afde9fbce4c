package dev.tidings.kafka.health;

import dev.tidings.schemas.DiskSpace;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How much room there is for a process to write. */
final class DiskRoom {

    private DiskRoom() {}

    /** Returns the room of each folder whose disk can be asked. */
    static List<DiskSpace> measureRoom(Collection<Path> folders) {
        return folders.stream()
                .map(DiskRoom::measureRoom)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DiskSpace> measureRoom(Path folder) {
        try {
            FileStore disk = Files.getFileStore(nearestExisting(folder.toAbsolutePath()));
            return Optional.of(new DiskSpace(folder.toString(), disk.getUsableSpace(), disk.getTotalSpace()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Path nearestExisting(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }
}
