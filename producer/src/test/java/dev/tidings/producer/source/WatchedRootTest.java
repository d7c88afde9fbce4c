package dev.tidings.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real files and the file system's own events; how long a file stands still is the test's to say. */
class WatchedRootTest {

    private static final Duration QUIET = Duration.ofHours(1);
    private static final Duration RESCAN = Duration.ofHours(1000);
    private static final Duration POLL = Duration.ofMillis(20);

    @TempDir
    Path temporary;

    private final AtomicLong time = new AtomicLong();
    private final List<String> taken = new ArrayList<>();
    private Path news;
    private WatchedRoot watched;

    @BeforeEach
    void aWatchedFolder() throws Exception {
        news = Files.createDirectory(temporary.toRealPath().resolve("news"));
        watched = watch(news);
        watched.takeFiles(POLL);
        assertThat(watched.isStarted()).isTrue();
    }

    private WatchedRoot watch(Path folder) {
        return new WatchedRoot(new SourceRoot("news", folder), QUIET, RESCAN, Clock.systemUTC(), time::get);
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void aFileRenamedIntoPlaceIsFinishedAtOnce() throws Exception {
        Path half = Files.writeString(news.resolve("a.txt.tmp"), "article");
        awaitLaterThan(half);
        Files.move(half, news.resolve("a.txt"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(takeUntil(1)).containsExactly("news/a.txt");
    }

    @Test
    void aFileThatReplacesAnotherIsFinishedAtOnce() throws Exception {
        aFileRenamedIntoPlaceIsFinishedAtOnce();
        Path next = Files.writeString(temporary.resolve("next"), "another article");
        awaitLaterThan(next);
        Files.move(next, news.resolve("a.txt"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(takeUntil(2)).containsExactly("news/a.txt", "news/a.txt");
    }

    @Test
    void temporaryNamesAreNeverTaken() throws Exception {
        for (String name : List.of("a.tmp", "b.PART", "c~", ".d.txt", "e.crdownload", "f.txt.partial")) {
            Files.writeString(news.resolve(name), "half an article");
        }
        Path hidden = Files.createDirectory(news.resolve(".hidden"));
        Files.writeString(hidden.resolve("g.txt"), "hidden");
        write("z.txt");

        assertThat(settleUntil(1)).containsExactly("news/z.txt");
    }

    @Test
    void aFileIsTakenAgainOnlyWhenItHasChanged() throws Exception {
        Path file = write(news.resolve("a.txt"));
        assertThat(settleUntil(1)).hasSize(1);

        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        write("b.txt");
        assertThat(settleUntil(3)).containsExactly("news/a.txt", "news/a.txt", "news/b.txt");
        pass(QUIET);
        take();
        assertThat(taken).hasSize(3);
    }

    @Test
    void whatIsWrittenInPlaceIsTakenAgainThoughSizeAndTimeAreSetBack() throws Exception {
        Path file = Files.writeString(news.resolve("a.txt"), "first");
        assertThat(settleUntil(1)).hasSize(1);

        FileTime before = Files.getLastModifiedTime(file);
        awaitLaterThan(file);
        Files.writeString(file, "other");
        Files.setLastModifiedTime(file, before);
        assertThat(settleUntil(2)).containsExactly("news/a.txt", "news/a.txt");
    }

    @Test
    void aFileThatIsMadeReadableLaterIsTakenAgain() throws Exception {
        Path file = write(news.resolve("a.txt"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        assertThat(settleUntil(1)).hasSize(1);

        awaitLaterThan(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(settleUntil(2)).hasSize(2);
    }

    @Test
    void filesInNewFoldersAreFoundHoweverDeepAndHoweverTheyCame() throws Exception {
        Path deep = Files.createDirectories(news.resolve("2026/11/21"));
        write(deep.resolve("a.txt"));
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere/deep"));
        write(elsewhere.resolve("b.txt"));
        Files.move(temporary.resolve("elsewhere"), news.resolve("moved"));
        assertThat(settleUntil(2)).containsExactlyInAnyOrder("news/2026/11/21/a.txt", "news/moved/deep/b.txt");

        write(news.resolve("moved/deep/c.txt"));
        assertThat(settleUntil(3)).contains("news/moved/deep/c.txt");
    }

    @Test
    void aFolderThatIsDeletedAndMadeAgainIsWatchedAgain() throws Exception {
        Path folder = Files.createDirectory(news.resolve("wire"));
        Path file = write(folder.resolve("a.txt"));
        assertThat(settleUntil(1)).hasSize(1);

        Files.delete(file);
        Files.delete(folder);
        Files.createDirectory(folder);
        write(folder.resolve("a.txt"));
        assertThat(settleUntil(2)).containsExactly("news/wire/a.txt", "news/wire/a.txt");
    }

    @Test
    void theRootItselfMayGoAndComeBack() throws Exception {
        Files.delete(news);
        Patience.await().until(() -> {
            take();
            return watched.obstacleMessage().isPresent();
        });
        assertThat(watched.obstacleMessage())
                .contains("folder " + news + " is gone; it is published again when it is back");

        Files.createDirectory(news);
        pass(Duration.ofSeconds(1));
        write(news.resolve("a.txt"));
        assertThat(settleUntil(1)).containsExactly("news/a.txt");
        assertThat(watched.obstacleMessage()).isEmpty();
        write(news.resolve("b.txt"));
        assertThat(settleUntil(2)).contains("news/b.txt");
    }

    @Test
    void eventsThatWereLostAreMadeUpForByAWalk() throws Exception {
        int files = 3_000;
        for (int file = 0; file < files; file++) {
            Files.writeString(news.resolve(file + ".txt"), "article " + file);
        }

        settleUntil(files);
        assertThat(watched.lostTimes()).as("the flood was one").isPositive();
        take();
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, files)
                        .mapToObj(file -> "news/" + file + ".txt")
                        .toList());
    }

    @Test
    void aFileThatNoEventToldOfIsFoundByTheNextWalk() throws Exception {
        Path behindALink = Files.createDirectory(news.resolve("real"));
        Path target = write(behindALink.resolve("a.txt"));
        Files.createSymbolicLink(news.resolve("link.txt"), target);
        assertThat(settleUntil(2)).containsExactlyInAnyOrder("news/real/a.txt", "news/link.txt");

        Files.writeString(target, "changed behind the link's back");
        assertThat(settleUntil(3)).last().isEqualTo("news/real/a.txt");

        pass(RESCAN);
        assertThat(settleUntil(4)).last().isEqualTo("news/link.txt");
    }

    @Test
    void whatIsPassedOverIsToldOnce() throws Exception {
        Files.createSymbolicLink(news.resolve("loop"), Path.of("."));
        assertThat(takeUntil(1)).containsExactly("symlink_loop news/loop");

        pass(RESCAN);
        take();
        write("z.txt");
        assertThat(settleUntil(2)).containsExactly("symlink_loop news/loop", "news/z.txt");
    }

    private Path write(Path file) throws IOException {
        return Files.writeString(file, "article " + file.getFileName());
    }

    private void write(String name) throws IOException {
        write(news.resolve(name));
    }

    private void take() throws InterruptedException {
        for (ScannedInput input : watched.takeFiles(POLL)) {
            taken.add(input.skipped().map(reason -> reason.code() + " ").orElse("") + input.uri());
        }
    }

    private List<String> takeUntil(int count) {
        return takeUntil(count, Duration.ZERO);
    }

    /** As {@link #takeUntil}, while so much time passes that files settle. */
    private List<String> settleUntil(int count) {
        return takeUntil(count, QUIET.dividedBy(2));
    }

    private List<String> takeUntil(int count, Duration step) {
        Patience.await().until(() -> {
            take();
            pass(step);
            return taken.size() >= count;
        });
        return taken;
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    /** File systems tell times in steps of some milliseconds: waits until a change now would bear a later one. */
    private void awaitLaterThan(Path file) throws IOException {
        FileTime written = Files.getLastModifiedTime(file);
        Path probe = temporary.resolve("probe");
        Patience.await().until(() -> {
            Files.writeString(probe, "x");
            return Files.getLastModifiedTime(probe).compareTo(written) > 0;
        });
    }
}
