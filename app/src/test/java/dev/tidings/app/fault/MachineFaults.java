package dev.tidings.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.fault.Scenario.Place;
import dev.tidings.app.fault.stack.Machine;
import dev.tidings.app.fault.stack.Pipeline;
import dev.tidings.app.fault.stack.SlowLine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What can happen to networks and disks. */
final class MachineFaults {

    private static final Duration SHORT_CUT = Duration.ofSeconds(12);
    private static final Duration LONG_CUT = Duration.ofSeconds(40);
    /** Of one direction. The broker asks itself on the same way, so that a commit takes a dozen of them. */
    private static final Duration MIN_DELAY = Duration.ofMillis(20);

    private static final Duration MAX_DELAY = Duration.ofMillis(80);
    private static final int BREAKS = 3;
    private static final Duration FULL = Duration.ofSeconds(10);

    /** Shorter than the long cut, so that it is longer than what clients wait. */
    private static final Map<String, String> IMPATIENT = Map.of(
            "kafka.max.block.ms", "15000",
            "kafka.delivery.timeout.ms", "15000",
            "kafka.request.timeout.ms", "8000");

    private MachineFaults() {}

    static List<Scenario> scenarios() {
        return List.of(
                on("network-cut", 1, "the network may be cut for 12 s", arena -> cutNetwork(arena, SHORT_CUT))
                        .unless(Machine::cannotCutNetwork),
                on("network-cut-long", 1, "… and for longer than deliveries and transactions may last", arena -> {
                            arena.pipeline().restartPublisher(IMPATIENT);
                            arena.awaitFlow();
                            cutNetwork(arena, LONG_CUT);
                            arena.pipeline().restartPublisher(Map.of());
                        })
                        .unless(Machine::cannotCutNetwork),
                on("network-slow", 1 + BREAKS, "the network may be slow, uneven, and break", MachineFaults::slowDown)
                        .unless(Machine::cannotDivert),
                on("disk-full-broker", 1, "the broker's disk may be full", arena -> {
                            Machine.fillDisk(arena.servers().brokerDisk());
                            Pipeline.await(
                                    "the broker stops for want of room",
                                    () -> arena.servers().isBrokerGone());
                            arena.fire();
                            Machine.freeDisk(arena.servers().brokerDisk());
                            arena.servers().broker().start();
                            arena.awaitFlow();
                        })
                        .unless(Machine::cannotLimitDisks),
                on("disk-full-state", 1, "the disk of the state may be full", arena -> {
                            Machine.fillDisk(arena.pipeline().state());
                            Pipeline.await(
                                    "streams says what is wrong",
                                    () -> arena.pipeline()
                                            .streams()
                                            .said()
                                            .contains("streams waits: the disk of the state folder"));
                            arena.fire();
                            Arena.last(FULL);
                            assertThat(arena.pipeline().streams().isReady()).isFalse();
                            assertThat(arena.pipeline().streams().isAlive()).isTrue();
                            Machine.freeDisk(arena.pipeline().state());
                            arena.pipeline().streams().awaitReady();
                            arena.awaitFlow();
                        })
                        .unless(Machine::cannotLimitDisks),
                on("disk-full-store", 1, "the disk of the store may be full", arena -> {
                            Machine.fillDisk(arena.pipeline().storeFolder());
                            Pipeline.await(
                                    "the sink says what is wrong",
                                    () -> arena.pipeline().sink().said().contains("full"));
                            arena.fire();
                            Arena.last(FULL);
                            assertThat(arena.pipeline().sink().isReady()).isFalse();
                            assertThat(arena.pipeline().sink().isAlive()).isTrue();
                            Machine.freeDisk(arena.pipeline().storeFolder());
                            arena.pipeline().sink().awaitReady();
                            arena.awaitFlow();
                        })
                        .unless(Machine::cannotLimitDisks),
                on("store-locked", 1, "another program may lock the store", arena -> {
                    try (Connection other = DriverManager.getConnection(
                                    "jdbc:sqlite:" + arena.pipeline().store());
                            Statement statement = other.createStatement()) {
                        statement.execute("begin immediate");
                        Pipeline.await(
                                "the sink waits for the store",
                                () -> !arena.pipeline().sink().isReady());
                        arena.fire();
                        Arena.last(FULL);
                        statement.execute("rollback");
                    }
                    arena.pipeline().sink().awaitReady();
                    arena.awaitFlow();
                }));
    }

    private static void slowDown(Arena arena) {
        int port = arena.servers().port(1);
        SlowLine line = SlowLine.open(port, MIN_DELAY, MAX_DELAY);
        Machine.divertPort(port, line.port(), SlowLine.ADDRESS);
        arena.fire();
        arena.awaitFlow();
        for (int round = 0; round < BREAKS; round++) {
            line.breakConnections();
            arena.fire();
            arena.awaitFlow();
        }
        assertThat(line.carried()).isPositive();
        // In this order: whoever is told nothing, since the way back is gone, waits for half a minute.
        line.close();
        Machine.undivertPort(port, line.port(), SlowLine.ADDRESS);
        arena.awaitFlow();
    }

    private static void cutNetwork(Arena arena, Duration duration) {
        int port = arena.servers().port(1);
        Machine.cutPort(port);
        arena.fire();
        arena.lastInSilence(duration);
        Machine.healPort(port);
        arena.awaitFlow();
    }

    private static Scenario on(String name, int faults, String promise, Scenario.Script script) {
        return Scenario.on(Place.LONE, name, faults, promise, script);
    }
}
