package dev.tidings.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.fault.Scenario.Place;
import dev.tidings.app.fault.stack.Child;
import dev.tidings.app.fault.stack.Pipeline;
import dev.tidings.app.stack.FolderTree;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What can happen to the processes of Tidings. */
final class ProcessFaults {

    private static final int ROUNDS = 3 * Integer.getInteger("tidings.test.faults.rounds", 1);
    private static final int STORM = 3 * Integer.getInteger("tidings.test.faults.rounds", 1);
    private static final Duration FROZEN = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(10);

    /** Articles; a slow subscriber takes as many seconds for them. */
    private static final long FAR_BEHIND = 100;

    private ProcessFaults() {}

    static List<Scenario> scenarios() {
        return List.of(
                on("streams-killed", ROUNDS, "streams may die in the middle of a transaction", arena -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        String stage = List.of("dedup", "analyse", "stories").get(round % 3);
                        arena.killInTransaction(arena.pipeline().streams(), stage);
                        arena.pipeline().streams().start();
                        arena.awaitFlow();
                    }
                }),
                on("sink-killed", ROUNDS, "the sink may die with articles before it", arena -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        arena.killSinkBehind();
                        arena.pipeline().sink().start();
                        arena.awaitFlow();
                    }
                }),
                on("publisher-killed", ROUNDS, "the publisher may die in the middle of a transaction", arena -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        arena.killInTransaction(arena.pipeline().publisher(), "publish-");
                        arena.pipeline().publisher().start();
                        arena.awaitFlow();
                    }
                }),
                on("publisher-gone", 1, "… and stay away: its open transaction holds readers up for 30 s", arena -> {
                    arena.killInTransaction(arena.pipeline().publisher(), "publish-");
                    Pipeline.await(
                            "the broker takes its transaction back",
                            () -> arena.pipeline().openTransactions("publish-") == 0);
                    arena.pipeline().publisher().start();
                    arena.awaitFlow();
                }),
                on("streams-frozen", 2, "a process that hangs is replaced, and fenced when it wakes", arena -> {
                    Child twin = arena.pipeline().twin("streams", "b", Map.of()).start();
                    freeze(arena, arena.pipeline().streams());
                    arena.awaitFlow();
                    twin.kill();
                    arena.fire();
                    arena.awaitFlow();
                }),
                on("sink-frozen", 1, "a sink that hangs goes on where it was", arena -> {
                    freeze(arena, arena.pipeline().sink());
                    arena.awaitFlow();
                }),
                on("rebalance-storm", STORM, "processes may come and go all the time", arena -> {
                    for (int round = 0; round < STORM; round++) {
                        // As soon as it has joined: whatever it was about to do, others have to do it.
                        Child twin =
                                arena.pipeline().twin("streams", "b", Map.of()).launch();
                        Pipeline.await("the twin joins", () -> arena.pipeline().isMember("b"));
                        arena.fire();
                        if (round % 2 == 0) {
                            twin.kill();
                        } else {
                            twin.terminate();
                            twin.awaitExit(Duration.ofMinutes(2));
                        }
                        Pipeline.await(
                                "the twin is missed", () -> !arena.pipeline().isMember("b"));
                    }
                    arena.awaitFlow();
                }),
                on("state-deleted", 1, "the state folder may go: it is made again", arena -> {
                    arena.killInTransaction(arena.pipeline().streams(), "dedup");
                    FolderTree.deleteTree(arena.pipeline().state().resolve(Pipeline.MAIN));
                    arena.pipeline().streams().start();
                    arena.awaitFlow();
                }),
                on("one-name-twice", 2, "of two processes of one name one ends, and says why", arena -> {
                    replaceByTwin(arena, arena.pipeline().streams(), "streams");
                    replaceByTwin(arena, arena.pipeline().sink(), "sink");
                    arena.awaitFlow();
                }),
                on("terminated", 3, "who is asked to end does so in 10 s and leaves nothing open", arena -> {
                    terminate(arena, arena.pipeline().publisher(), "publish-");
                    terminate(arena, arena.pipeline().streams(), "analyse", "dedup", "stories");
                    terminate(arena, arena.pipeline().sink());
                }),
                on("slow-subscriber", 1, "a slow subscriber delays neither a fast one nor the sink", arena -> {
                    try (Child slow = arena.pipeline().subscription("slow", "--exec", "cat > /dev/null; sleep 1");
                            Child fast = arena.pipeline().subscription("fast")) {
                        slow.start();
                        fast.start();
                        arena.fire();
                        arena.awaitFlow();
                        arena.pauseLoad();
                        Pipeline.await(
                                "the fast one and the sink have everything",
                                () -> articlesOf(fast).size() == arena.enriched()
                                        && arena.pipeline().sinkLag() == 0);
                        assertThat(arena.pipeline().subscriptionLag("slow")).isGreaterThan(FAR_BEHIND);
                        assertThat(articlesOf(fast)).doesNotHaveDuplicates();
                    }
                }));
    }

    private static List<String> articlesOf(Child subscription) {
        return subscription.said().lines().filter(line -> line.startsWith("{")).toList();
    }

    private static void terminate(Arena arena, Child child, String... idParts) {
        arena.fire();
        child.terminate();
        assertThat(child.awaitExit(soon())).isZero();
        assertThat(idParts)
                .allSatisfy(part -> assertThat(arena.pipeline().openTransactions(part))
                        .as(part)
                        .isZero());
        child.start();
        arena.awaitFlow();
    }

    /** Ten seconds of a machine that has nothing else to do; of one that has, as many times more as work waits. */
    private static Duration soon() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        double waiting = system.getSystemLoadAverage() / system.getAvailableProcessors();
        return SOON.multipliedBy((long) Math.ceil(Math.max(1, waiting)));
    }

    private static void freeze(Arena arena, Child child) {
        child.pause();
        arena.fire();
        Arena.last(FROZEN);
        child.resume();
    }

    /** The newcomer has a folder of its own: in one folder it would be refused at once. */
    private static void replaceByTwin(Arena arena, Child first, String service) {
        Map<String, String> elsewhere = Map.of(
                "data.dir",
                arena.pipeline().state().resolveSibling("elsewhere").toString(),
                "store",
                "sqlite:" + arena.pipeline().store());
        try (Child second = arena.pipeline().twin(service, Pipeline.MAIN, elsewhere)) {
            second.start();
            arena.fire();
            assertThat(first.awaitExit(Duration.ofMinutes(2))).isIn(1, 2);
            assertThat(first.lastWords()).contains("instance");
            arena.awaitFlow();
            second.terminate();
            second.awaitExit(Duration.ofMinutes(1));
        }
        first.start();
    }

    private static Scenario on(String name, int faults, String promise, Scenario.Script script) {
        return Scenario.on(Place.LONE, name, faults, promise, script);
    }
}
