package dev.tidings.app.status;

import dev.tidings.app.cli.output.HumanText;
import dev.tidings.kafka.health.ReceivedHeartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with processes.
 *
 * @param now by the broker's clock
 * @param unread groups of which nobody reads some partitions
 */
record ProcessChecks(Instant now, Set<String> unread) {
    /** What has been over for longer, and whose work others do, is history. */
    private static final Duration MEMORY = Duration.ofDays(1);
    /** A group that shares out anew, or a registry that is restarted, is no fault yet. */
    private static final long SHORT_WAIT_SECONDS = 15;

    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofSeconds(10);

    /** Whether a process belongs into the list of those there are. */
    boolean isOfInterest(ReceivedHeartbeat received) {
        return received.age(now).compareTo(MEMORY) < 0;
    }

    List<Finding> findFaults(ReceivedHeartbeat received, ProcessStatus status) {
        List<Finding> findings = new ArrayList<>();
        stateFault(received, status).ifPresent(findings::add);
        if (status.isAlive()) {
            clockFault(received, status).ifPresent(findings::add);
            diskStates(received).forEach(disk -> disk.findFault().ifPresent(findings::add));
        }
        return findings;
    }

    static List<DiskStatus> diskStates(ReceivedHeartbeat received) {
        return received.heartbeat().getDisks().stream()
                .map(disk -> new DiskStatus(
                        received.heartbeat().getProcess(), disk.getFolder(), disk.getFree(), disk.getTotal()))
                .toList();
    }

    private Optional<Finding> stateFault(ReceivedHeartbeat received, ProcessStatus status) {
        return switch (status.state()) {
            case "silent" ->
                Optional.of(over(
                        status,
                        "nothing heard of it (" + status.placeText() + ") for "
                                + HumanText.durationText(received.age(now)),
                        "it was killed, hangs or does not reach Kafka: look at its log, then start it again"));
            case "failed" ->
                Optional.of(over(
                        status,
                        "it ended: " + String.join("; ", status.obstacles()),
                        "put that right, then start it again"));
            case "waiting" -> Optional.of(waiting(received, status));
            case "starting" -> Optional.of(Finding.warn(status.process(), "it is starting", ""));
            default -> Optional.empty();
        };
    }

    /** What ended and left nothing undone is no fault of the installation. */
    private Finding over(ProcessStatus status, String found, String fix) {
        boolean isMissed = status.groups().stream().anyMatch(unread::contains);
        return isMissed ? Finding.fail(status.process(), found, fix) : Finding.warn(status.process(), found, fix);
    }

    private static Finding waiting(ReceivedHeartbeat received, ProcessStatus status) {
        boolean restoring = !received.heartbeat().getRestores().isEmpty();
        String found = String.join("; ", status.obstacles());
        return restoring || status.stateSeconds() < SHORT_WAIT_SECONDS
                ? Finding.warn(status.process(), found, "")
                : Finding.fail(
                        status.process(),
                        found + ", for " + HumanText.durationText(Duration.ofSeconds(status.stateSeconds())),
                        "it goes on by itself when that is put right");
    }

    private static Optional<Finding> clockFault(ReceivedHeartbeat received, ProcessStatus status) {
        Duration difference = received.clockDifference();
        if (difference.abs().compareTo(MAX_CLOCK_DIFFERENCE) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Finding.warn(
                status.process(),
                "the clock of " + status.host() + " is " + HumanText.durationText(difference.abs())
                        + (difference.isNegative() ? " ahead of" : " behind") + " the broker's",
                "set both by NTP"));
    }
}
