package dev.tidings.app.fault;

import dev.tidings.app.fault.Scenario.Place;
import dev.tidings.app.fault.stack.Child;
import dev.tidings.app.stack.LocalBroker;
import java.time.Duration;
import java.util.List;

/** What can happen to a broker that is alone, and to the registry. */
final class BrokerFaults {

    private static final int ROUNDS = 2 * Integer.getInteger("tidings.test.faults.rounds", 1);
    private static final Duration FROZEN = Duration.ofSeconds(20);

    private BrokerFaults() {}

    static List<Scenario> scenarios() {
        return List.of(
                on("broker-killed", ROUNDS, "the broker may die", arena -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        LocalBroker broker = arena.servers().broker();
                        broker.process().kill();
                        arena.fire();
                        Arena.last(Duration.ofSeconds(8L * round));
                        broker.start();
                        arena.awaitFlow();
                    }
                }),
                on("broker-frozen", 1, "the broker may hang for 20 s", arena -> {
                    arena.servers().broker().process().pause();
                    arena.fire();
                    arena.lastInSilence(FROZEN);
                    arena.servers().broker().process().resume();
                    arena.awaitFlow();
                }),
                on("registry-killed", 2, "without the registry all wait, and none is a dead letter", arena -> {
                    arena.servers().registry().process().kill();
                    arena.fire();
                    arena.killInTransaction(arena.pipeline().streams(), "dedup");
                    arena.pipeline().streams().launch();
                    Arena.last(FROZEN);
                    arena.servers().registry().start();
                    restart(arena.pipeline().streams());
                    restart(arena.pipeline().sink());
                    restart(arena.pipeline().publisher());
                    arena.awaitFlow();
                }),
                on("all-killed", ROUNDS, "everything may die at once", arena -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        arena.servers().broker().process().kill();
                        arena.servers().registry().process().kill();
                        arena.pipeline().kill();
                        arena.fire();
                        arena.servers().broker().start();
                        arena.servers().registry().start();
                        arena.pipeline().start();
                        arena.awaitFlow();
                    }
                }));
    }

    /** A process that found no registry when it started has ended, and is started again as an operator would. */
    private static void restart(Child child) {
        if (!child.isAlive()) {
            child.launch();
        }
        child.awaitReady();
    }

    private static Scenario on(String name, int faults, String promise, Scenario.Script script) {
        return Scenario.on(Place.LONE, name, faults, promise, script);
    }
}
