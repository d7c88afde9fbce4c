package dev.tidings.app.fault.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.fault.ledger.Ledger;
import dev.tidings.app.fault.ledger.Planned;
import dev.tidings.app.fault.ledger.Planned.Ending;
import dev.tidings.kafka.deadletter.DeadLetters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * News that come all the time: so many files a second appear in a watched folder, and now and then one that is
 * published already is corrected. What was written is the plan that the ledger is held against.
 */
public final class Load implements AutoCloseable {

    private static final int PER_SECOND = Integer.getInteger("tidings.test.faults.rate", 15);
    private static final int CORRECTED_EVERY = 12;

    /** So much may wait for its end; more would take a busy machine minutes, and prove no more. */
    private static final int MAX_WAITING = 200;

    private final Path spool;
    private final Path folder;
    private final String uriPrefix;
    private final ArticleMill mill;
    private final Ledger ledger;
    private final List<Planned> planned = new ArrayList<>();
    private final Deque<ArticleMill.Made> correctable = new ArrayDeque<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final int endedBefore;
    private boolean paused;
    private boolean stopping;

    /**
     * Makes one that has not begun.
     *
     * @param watched the watched folder
     * @param name folder of the files in there
     * @param ledger tells which files are published
     */
    public Load(Path watched, String name, Ledger ledger) {
        this.spool = watched.resolveSibling("spool").resolve(name);
        this.folder = watched.resolve(name);
        this.uriPrefix = watched.getFileName() + "/" + name + "/";
        this.mill = new ArticleMill(spool, name.hashCode());
        this.ledger = ledger;
        this.endedBefore = ledger.endedCount();
    }

    /** Begins. */
    public Load begin() {
        makeFolders();
        var unused = clock.scheduleAtFixedRate(this::writeNext, 0, 1_000_000 / PER_SECOND, TimeUnit.MICROSECONDS);
        return this;
    }

    /** Returns what was written so far. */
    public synchronized List<Planned> planned() {
        return List.copyOf(planned);
    }

    /** Stands still, or goes on. */
    public synchronized void setPaused(boolean still) {
        paused = still;
    }

    private void makeFolders() {
        try {
            Files.createDirectories(spool);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void writeNext() {
        boolean still = paused || planned.size() - (ledger.endedCount() - endedBefore) > MAX_WAITING;
        if (stopping || (still && !mill.isInsideAPair())) {
            return;
        }
        if (planned.size() % CORRECTED_EVERY == 0 && !mill.isInsideAPair() && correct()) {
            return;
        }
        ArticleMill.Made next = mill.next();
        write(next.name(), next.bytes(), next.ending(), next.partner());
        if (next.ending() == Ending.PUBLISHED) {
            correctable.add(next);
        }
    }

    /** Corrects the oldest file that was not corrected, if it is published by now; a later one would do away with it. */
    private boolean correct() {
        ArticleMill.Made oldest = correctable.peek();
        if (oldest == null || !ledger.isPublished(plan(oldest.name(), oldest.bytes(), oldest.ending(), ""))) {
            return false;
        }
        correctable.remove();
        String text = new String(oldest.bytes(), UTF_8);
        write(oldest.name(), (text + " Corrected.").getBytes(UTF_8), Ending.PUBLISHED, "");
        return true;
    }

    private void write(String name, byte[] bytes, Ending ending, String partner) {
        try {
            Path written = Files.write(spool.resolve("next"), bytes);
            Files.move(
                    written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        planned.add(plan(name, bytes, ending, partner));
    }

    private Planned plan(String name, byte[] bytes, Ending ending, String partner) {
        return new Planned(
                uriPrefix + name, DeadLetters.sha256Hex(bytes), ending, partner.isEmpty() ? "" : uriPrefix + partner);
    }

    /** Ends, with whole pairs. */
    @Override
    public synchronized void close() {
        while (!stopping && mill.isInsideAPair()) {
            writeNext();
        }
        stopping = true;
        clock.shutdownNow();
    }
}
