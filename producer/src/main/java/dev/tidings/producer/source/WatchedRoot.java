package dev.tidings.producer.source;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A folder that is watched: hands out each file in it once it is finished, and again when it has changed and is
 * finished again. The file system's events say where to look; a walk through the whole folder at the start, after
 * events were lost and now and then makes up for what they leave out, the folder's own removal and return among it.
 *
 * <p>For one thread.
 *
 * <p>Not part of the API: public for the packages that publish.
 */
public final class WatchedRoot implements AutoCloseable {

    /** How long a walk goes on before new files are looked at; a whole walk may take minutes. */
    private static final Duration SLICE = Duration.ofMillis(50);
    /** The time between two walks is at least so many times as long as a walk takes. */
    private static final int WALK_SHARE = 10;

    private static final Duration ABSENCE = Duration.ofMillis(500);

    /** A walk through the whole root, or through one folder that has come. */
    private record Walk(FolderScan folderScan, boolean whole) {}

    private final SourceRoot sourceRoot;
    private final FileKind kinds;
    private final Duration rescan;
    private final LongSupplier nanoTime;
    private final FolderEvents events;
    private final SettledFiles files;
    private final Deque<Walk> walks = new ArrayDeque<>();
    private boolean started;
    private boolean absent;
    private boolean deaf;
    private boolean lost;
    private long lostTimes;
    private long walkBegun;
    private long nextWalk;

    /**
     * Begins to watch; the first walk is made by {@link #takeFiles}.
     *
     * @param quiet how long size and modification time must stand still for a file to be finished
     * @param rescan how long after a walk the next one begins; longer where a walk takes long
     * @throws dev.tidings.kafka.settings.SettingsException when the system lets no more folders be watched
     */
    public WatchedRoot(SourceRoot sourceRoot, Duration quiet, Duration rescan, Clock clock) {
        this(sourceRoot, quiet, rescan, clock, System::nanoTime);
    }

    WatchedRoot(SourceRoot sourceRoot, Duration quiet, Duration rescan, Clock clock, LongSupplier nanoTime) {
        this.sourceRoot = sourceRoot;
        this.kinds = new FileKind(sourceRoot.realPath());
        this.rescan = rescan;
        this.nanoTime = nanoTime;
        this.events = FolderEvents.open(sourceRoot.realPath().getFileSystem());
        this.files = new SettledFiles(quiet, clock, nanoTime);
        this.nextWalk = nanoTime.getAsLong();
    }

    /**
     * Waits for files.
     *
     * @param patience how long at most
     * @return those that are finished, in the order in which they were found; inputs to pass over come once each
     */
    public List<ScannedInput> takeFiles(Duration patience) throws InterruptedException {
        FolderEvents.Changes changes = events.pollChanges(atMost(patience));
        changes.touched().forEach(this::lookAt);
        if (changes.lost()) {
            lost = true;
            lostTimes++;
        }
        if (changes.gone().contains(sourceRoot.realPath())) {
            nextWalk = nanoTime.getAsLong();
        }
        if (walks.isEmpty() && (lost || nanoTime.getAsLong() - nextWalk >= 0)) {
            beginWalk();
        }
        walkFolder();
        return files.takeSettled();
    }

    private Duration atMost(Duration patience) {
        if (!walks.isEmpty() || lost) {
            return Duration.ZERO;
        }
        Duration untilWalk = Duration.ofNanos(Math.max(0, nextWalk - nanoTime.getAsLong()));
        Duration least = untilWalk.compareTo(patience) < 0 ? untilWalk : patience;
        return files.untilNext().filter(next -> next.compareTo(least) < 0).orElse(least);
    }

    private void lookAt(Path path) {
        RelativeName name = RelativeName.of(sourceRoot, path);
        if (name.temporary()) {
            return;
        }
        FileKind.Found found = kinds.kindOf(path);
        if (found.folder()) {
            walks.addFirst(new Walk(FolderScan.belowFolder(sourceRoot, path, this::listenTo), false));
        } else {
            files.fileFound(
                    new ScannedInput(sourceRoot.uriOf(name.text()), found.path(), name.utf8(), found.skipped()));
        }
    }

    private void beginWalk() {
        lost = false;
        walkBegun = nanoTime.getAsLong();
        absent = !Files.isDirectory(sourceRoot.realPath(), LinkOption.NOFOLLOW_LINKS);
        if (absent) {
            nextWalk = walkBegun + ABSENCE.toNanos();
        } else {
            files.walkBegins();
            walks.addLast(new Walk(FolderScan.belowFolder(sourceRoot, sourceRoot.realPath(), this::listenTo), true));
        }
    }

    private void listenTo(Path folder) {
        deaf |= !events.addFolder(folder);
    }

    private void walkFolder() {
        long begun = nanoTime.getAsLong();
        while (!walks.isEmpty() && nanoTime.getAsLong() - begun < SLICE.toNanos()) {
            Walk walk = walks.element();
            if (walk.folderScan().hasNext()) {
                inputFound(walk.folderScan().next());
            } else {
                walks.remove();
                walkEnded(walk);
            }
        }
    }

    private void inputFound(ScannedInput input) {
        if (started) {
            files.fileFound(input);
        } else {
            files.foundAtStart(input);
        }
    }

    private void walkEnded(Walk walk) {
        if (walk.whole()) {
            files.walkEnds();
            started = true;
            long now = nanoTime.getAsLong();
            nextWalk = now + Math.max(rescan.toNanos(), WALK_SHARE * (now - walkBegun));
        }
    }

    /** Hands an input out again once it has not changed for a while: it was written to while it was read. */
    public void requeueInput(ScannedInput input) {
        files.requeueFile(input);
    }

    /** Returns the root. */
    public SourceRoot root() {
        return sourceRoot;
    }

    /** Returns whether the first walk is over. */
    public boolean isStarted() {
        return started;
    }

    /** Returns what keeps files from being found at once, in words with the fix; empty when nothing does. */
    public Optional<String> obstacleMessage() {
        if (absent) {
            return Optional.of("folder " + sourceRoot.realPath() + " is gone; it is published again when it is back");
        }
        return deaf
                ? Optional.of("the system lets no more folders of " + sourceRoot.realPath()
                        + " be watched, so some files are found late; raise fs.inotify.max_user_watches")
                : Optional.empty();
    }

    /** Returns how often more had happened than the file system could tell. */
    long lostTimes() {
        return lostTimes;
    }

    @Override
    public void close() {
        events.close();
    }
}
