package dev.tidings.producer.source;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says when a file that was found is finished: it was renamed into place, or size and modification time have stood
 * still for a while. Hands every state of a file out once.
 */
final class SettledFiles {

    /** A file that may still be written. */
    private record Candidate(ScannedInput input, FileStamp stamp, long since) {}

    /** A file in the state in which it was handed out. */
    private record Known(Path file, FileStamp stamp, int walk) {}

    private final long quietNanos;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Map<String, Candidate> pending = new LinkedHashMap<>();
    private final Map<String, Known> known = new HashMap<>();
    private int walk;

    SettledFiles(Duration quiet, Clock clock, LongSupplier nanoTime) {
        this.quietNanos = quiet.toNanos();
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Takes note of a file that somebody may be writing. */
    void fileFound(ScannedInput input) {
        fileFound(input, false);
    }

    /**
     * Takes note of a file that was there before anybody watched: here its own time may tell that it is finished. Later
     * it may not, since the clock of another machine, whose disk this is, may be slow.
     */
    void foundAtStart(ScannedInput input) {
        fileFound(input, true);
    }

    private void fileFound(ScannedInput input, boolean atStart) {
        ScannedInput checked = withoutCollision(input);
        String key = keyOf(checked);
        Optional<FileStamp> stamp = stampOf(checked);
        if (stamp.isEmpty()) {
            pending.remove(key);
            known.remove(key);
        } else if (isKnown(key, checked, stamp.get())) {
            pending.remove(key);
        } else {
            holdFile(key, checked, stamp.get(), atStart);
        }
    }

    /** Keeps the first of two names that make one uri, which would be revisions of each other for ever. */
    private ScannedInput withoutCollision(ScannedInput input) {
        Known owner = known.get(input.uri());
        boolean taken = input.skipped().isEmpty()
                && owner != null
                && !owner.file().equals(input.file())
                && Files.exists(owner.file(), LinkOption.NOFOLLOW_LINKS);
        return taken
                ? new ScannedInput(input.uri(), input.file(), input.nameUtf8(), Optional.of(SkipReason.NAME_COLLISION))
                : input;
    }

    private static String keyOf(ScannedInput input) {
        boolean second =
                input.skipped().filter(SkipReason.NAME_COLLISION::equals).isPresent();
        return second ? input.uri() + "\0" + input.file() : input.uri();
    }

    private static Optional<FileStamp> stampOf(ScannedInput input) {
        Optional<SkipReason> skipped = input.skipped();
        if (skipped.isEmpty()) {
            return FileStamp.stampOf(input.file());
        }
        return skipped.filter(reason -> reason != SkipReason.VANISHED && reason != SkipReason.TEMPORARY)
                .map(FileStamp::stampOf);
    }

    private boolean isKnown(String key, ScannedInput input, FileStamp stamp) {
        Known before = known.get(key);
        boolean same = before != null && before.stamp().isSame(stamp);
        if (same) {
            known.put(key, new Known(input.file(), stamp, walk));
        }
        return same;
    }

    private void holdFile(String key, ScannedInput input, FileStamp stamp, boolean atStart) {
        Candidate before = pending.get(key);
        if (before != null && before.stamp().isSame(stamp)) {
            return;
        }
        boolean finished = input.skipped().isPresent()
                || (stamp.finishedElsewhere() && isNewcomer(key, before, stamp))
                || (atStart && isOld(stamp));
        long now = nanoTime.getAsLong();
        pending.put(key, new Candidate(input, stamp, finished ? now - quietNanos : now));
    }

    /** A file that has been seen growing is not finished because somebody changes its permissions. */
    private boolean isNewcomer(String key, @Nullable Candidate before, FileStamp stamp) {
        Known last = known.get(key);
        boolean growing = before != null && before.stamp().identity().equals(stamp.identity());
        return !growing && (last == null || !last.stamp().identity().equals(stamp.identity()));
    }

    private boolean isOld(FileStamp stamp) {
        return clock.millis() - stamp.modified().toMillis()
                >= Duration.ofNanos(quietNanos).toMillis();
    }

    /** Returns the files that are finished, in the order in which they were found. */
    List<ScannedInput> takeSettled() {
        List<ScannedInput> finished = new ArrayList<>();
        for (Map.Entry<String, Candidate> entry : List.copyOf(pending.entrySet())) {
            if (remainingQuiet(entry.getValue()) <= 0 && settleFile(entry.getKey(), entry.getValue())) {
                finished.add(entry.getValue().input());
            }
        }
        return finished;
    }

    private long remainingQuiet(Candidate candidate) {
        return candidate.since() + quietNanos - nanoTime.getAsLong();
    }

    /** Looks at a file again before it is handed out: events may be late, and some file systems send none. */
    private boolean settleFile(String key, Candidate candidate) {
        Optional<FileStamp> now = stampOf(candidate.input());
        if (now.isPresent() && !now.get().isSame(candidate.stamp())) {
            pending.put(key, new Candidate(candidate.input(), now.get(), nanoTime.getAsLong()));
            return false;
        }
        pending.remove(key);
        now.ifPresent(stamp -> known.put(key, new Known(candidate.input().file(), stamp, walk)));
        return now.isPresent();
    }

    /** Returns how long until the next file may be finished; empty when none is waited for. */
    Optional<Duration> untilNext() {
        return pending.values().stream()
                .map(candidate -> Duration.ofNanos(Math.max(0, remainingQuiet(candidate))))
                .min(Duration::compareTo);
    }

    /** Hands a file out again once it has not changed for a while. */
    void requeueFile(ScannedInput input) {
        known.remove(keyOf(input));
        fileFound(input);
    }

    /** Tells that a walk through the whole root begins. */
    void walkBegins() {
        walk++;
    }

    /** Tells that the walk has ended: files that it did not find are gone. */
    void walkEnds() {
        known.values().removeIf(file -> file.walk() < walk);
    }
}
