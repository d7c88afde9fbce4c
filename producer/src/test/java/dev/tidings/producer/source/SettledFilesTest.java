package dev.tidings.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettledFilesTest {

    private static final Duration QUIET = Duration.ofMinutes(1);

    @TempDir
    Path news;

    private final AtomicLong time = new AtomicLong();
    private final SettledFiles files = new SettledFiles(QUIET, Clock.systemUTC(), time::get);
    private Path file;
    private ScannedInput input;

    @BeforeEach
    void aFileAtWork() throws IOException {
        file = Files.writeString(news.resolve("a.txt"), "begun");
        input = input(file);
    }

    @Test
    void aFileIsFinishedWhenItHasStoodStill() {
        files.fileFound(input);
        pass(QUIET.minusMillis(1));
        assertThat(files.takeSettled()).isEmpty();
        assertThat(files.untilNext()).contains(Duration.ofMillis(1));

        pass(Duration.ofMillis(1));
        assertThat(files.takeSettled()).containsExactly(input);
        assertThat(files.untilNext()).isEmpty();
    }

    @Test
    void aFileThatIsWrittenSlowlyIsNotFinishedThoughNoEventTells() throws IOException {
        files.fileFound(input);
        for (int write = 0; write < 5; write++) {
            Files.writeString(file, " and more", StandardOpenOption.APPEND);
            pass(QUIET.plusSeconds(1));
            assertThat(files.takeSettled()).isEmpty();
        }

        pass(QUIET);
        assertThat(files.takeSettled()).containsExactly(input);
    }

    @Test
    void aFileIsHandedOutOnceForEachState() throws IOException {
        settle();
        files.fileFound(input);
        pass(QUIET);
        assertThat(files.takeSettled()).isEmpty();

        Files.writeString(file, "changed");
        files.fileFound(input);
        pass(QUIET);
        assertThat(files.takeSettled()).containsExactly(input);
    }

    @Test
    void newPermissionsDoNotMakeAGrowingFileFinished() throws IOException {
        files.fileFound(input);
        laterThan(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        files.fileFound(input);

        assertThat(files.takeSettled()).isEmpty();
    }

    @Test
    void aFileWhoseLastWriteLiesBeforeItsRenameIsFinishedAtOnce() throws IOException {
        laterThan(file);
        Path renamed = Files.move(file, news.resolve("b.txt"));
        files.fileFound(input(renamed));

        assertThat(files.takeSettled()).containsExactly(input(renamed));
    }

    @Test
    void anEmptyFileWithNewPermissionsIsNotFinishedAtOnce() throws IOException {
        Path empty = Files.createFile(news.resolve("empty.txt"));
        laterThan(empty);
        Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rw-------"));
        files.fileFound(input(empty));

        assertThat(files.takeSettled()).isEmpty();
    }

    @Test
    void aFilesOwnTimeCountsOnlyWhereItWasThereAtTheStart() throws IOException {
        // The time is set by a write, so nothing but its age can tell that it is finished.
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(QUIET)));
        Files.writeString(file, "begun", StandardOpenOption.TRUNCATE_EXISTING);
        SettledFiles patient = new SettledFiles(Duration.ofMillis(1), Clock.systemUTC(), time::get);
        SettledFiles aged =
                new SettledFiles(Duration.ofMillis(1), Clock.offset(Clock.systemUTC(), Duration.ofDays(1)), time::get);

        patient.fileFound(input);
        aged.fileFound(input);
        assertThat(patient.takeSettled()).isEmpty();
        assertThat(aged.takeSettled())
                .as("a clock that is a day ahead means nothing")
                .isEmpty();

        SettledFiles starting =
                new SettledFiles(Duration.ofMillis(1), Clock.offset(Clock.systemUTC(), Duration.ofDays(1)), time::get);
        starting.foundAtStart(input);
        assertThat(starting.takeSettled()).containsExactly(input);
    }

    @Test
    void aFileFromTheFutureMustStandStillEvenAtTheStart() throws IOException {
        SettledFiles starting =
                new SettledFiles(QUIET, Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)), time::get);
        starting.foundAtStart(input);

        assertThat(starting.takeSettled()).isEmpty();
    }

    @Test
    void aFileThatGoesAwayIsForgotten() throws IOException {
        settle();
        Files.delete(file);
        files.fileFound(input);
        Files.writeString(file, "begun");
        files.fileFound(input);
        pass(QUIET);

        assertThat(files.takeSettled()).containsExactly(input);
    }

    @Test
    void aSecondNameOfTheSameUriIsToldAndNeverTakesItOver() throws IOException {
        settle();
        ScannedInput second = new ScannedInput(
                input.uri(), Files.writeString(news.resolve("b.txt"), "other"), true, Optional.empty());
        files.fileFound(second);

        assertThat(files.takeSettled())
                .singleElement()
                .satisfies(told -> assertThat(told.skipped()).contains(SkipReason.NAME_COLLISION));
        files.fileFound(second);
        files.fileFound(input);
        pass(QUIET);
        assertThat(files.takeSettled()).isEmpty();
    }

    @Test
    void whatAWalkDoesNotMeetIsForgotten() {
        settle();
        files.walkBegins();
        files.walkEnds();
        files.fileFound(input);
        pass(QUIET);

        assertThat(files.takeSettled()).containsExactly(input);
    }

    @Test
    void aFileThatWasWrittenToWhileItWasReadComesAgain() {
        settle();
        files.requeueFile(input);
        pass(QUIET);

        assertThat(files.takeSettled()).isEqualTo(List.of(input));
    }

    private void settle() {
        files.fileFound(input);
        pass(QUIET);
        assertThat(files.takeSettled()).containsExactly(input);
    }

    private static ScannedInput input(Path path) {
        return new ScannedInput("news/" + path.getFileName(), path, true, Optional.empty());
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    /** File systems tell times in steps of some milliseconds: waits until a change now would bear a later one. */
    private void laterThan(Path written) {
        Path probe = news.resolve("probe");
        Patience.await().until(() -> {
            Files.writeString(probe, "x");
            return Files.getLastModifiedTime(probe).compareTo(Files.getLastModifiedTime(written)) > 0;
        });
    }
}
