package dev.tidings.producer.source;

import dev.tidings.kafka.settings.SettingsException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the file system tells of the folders that are listened to. It may tell too little; a walk makes up for that. */
final class FolderEvents implements AutoCloseable {

    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };
    /** Most folders of one look, so that a flood in many cannot keep the caller from its other work. */
    private static final int MAX_FOLDERS_PER_POLL = 100;

    /**
     * What has happened.
     *
     * @param touched names that came, changed or went, in that order
     * @param gone folders that are listened to no more, since they were deleted
     * @param lost whether more has happened than could be told
     */
    record Changes(Set<Path> touched, Set<Path> gone, boolean lost) {}

    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    private FolderEvents(WatchService service) {
        this.service = service;
    }

    static FolderEvents open(FileSystem files) {
        try {
            return new FolderEvents(files.newWatchService());
        } catch (IOException e) {
            throw new SettingsException("this system lets no more processes watch folders (" + e.getMessage()
                    + "); stop one, or raise fs.inotify.max_user_instances");
        }
    }

    /**
     * Listens to a folder, not to those in it.
     *
     * @return false when the system lets no more folders be watched
     */
    boolean addFolder(Path folder) {
        try {
            folders.put(folder.register(service, KINDS), folder);
            return true;
        } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
            // The walk that led here finds the same and says so.
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for at most so long until something happens, and returns all that has. */
    Changes pollChanges(Duration patience) throws InterruptedException {
        Set<Path> touched = new LinkedHashSet<>();
        Set<Path> gone = new HashSet<>();
        boolean lost = false;
        WatchKey key = service.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        for (int looked = 1; key != null; looked++) {
            Path folder = folders.get(key);
            lost |= drainEvents(key, folder, touched);
            if (!key.reset() && folders.remove(key) != null && folder != null) {
                gone.add(folder);
            }
            key = looked < MAX_FOLDERS_PER_POLL ? service.poll() : null;
        }
        return new Changes(touched, gone, lost);
    }

    private static boolean drainEvents(WatchKey key, @Nullable Path folder, Set<Path> touched) {
        boolean lost = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.context() instanceof Path name && folder != null) {
                touched.add(folder.resolve(name));
            } else {
                lost |= event.kind() == StandardWatchEventKinds.OVERFLOW;
            }
        }
        return lost;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            // Nothing is written through it, so nothing can be lost.
        }
    }
}
