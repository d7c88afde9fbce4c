package dev.tidings.app.status;

import dev.tidings.app.cli.output.HumanText;
import dev.tidings.app.status.KnownReader.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong with readers.
 *
 * @param maxLag how far behind a reader may be
 * @param expiry tells when positions are forgotten
 */
record ReaderChecks(Duration maxLag, OffsetExpiry expiry) {

    List<Finding> findFaults(KnownReader reader, GroupPicture group, ReaderStatus status) {
        return Stream.of(unread(reader, group, status), behind(status))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Finding> unread(KnownReader reader, GroupPicture group, ReaderStatus status) {
        if (status.unread() == 0) {
            return Optional.empty();
        }
        String what = String.join(", ", status.topics());
        if (!group.settled()) {
            return Optional.of(Finding.warn(
                    status.reader(), "its group is just sharing out " + what, "look again in some seconds"));
        }
        String found = status.unread() == status.partitions()
                ? "nobody reads " + what
                : "nobody reads " + status.unread() + " of " + status.partitions() + " partitions of " + what;
        if (reader.kind() != Kind.SUBSCRIBER) {
            return Optional.of(
                    Finding.fail(status.reader(), found, reader.kind().fix()));
        }
        String forgotten = group.members() > 0
                ? ""
                : expiry.describe(reader.group()).map(text -> "; " + text).orElse("");
        return Optional.of(
                Finding.warn(status.reader(), found + forgotten, reader.kind().fix()));
    }

    private Optional<Finding> behind(ReaderStatus status) {
        Duration behind = Duration.ofSeconds(status.behindSeconds());
        if (behind.compareTo(maxLag) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Finding.warn(
                status.reader(),
                status.waitingText() + " records wait for it, the oldest for " + HumanText.durationText(behind),
                "look again: a backlog gets shorter, or there is too little of it (docs/sizing.md)"));
    }
}
