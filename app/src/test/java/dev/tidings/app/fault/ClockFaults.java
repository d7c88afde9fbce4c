package dev.tidings.app.fault;

import dev.tidings.app.fault.Scenario.Place;
import dev.tidings.app.fault.stack.FakeClock;
import dev.tidings.app.fault.stack.Pipeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What can happen to clocks. */
final class ClockFaults {

    private static final Duration DAY = Duration.ofDays(1);

    /** As long as every process needs to see its new time, and works by it for a while. */
    private static final Duration NOTICED = Duration.ofSeconds(4);

    private ClockFaults() {}

    static List<Scenario> scenarios() {
        return List.of(
                Scenario.on(Place.LONE, "clock-jumped", 4, "clocks may jump ahead by a day and back", ClockFaults::jump)
                        .unless(FakeClock::findObstacle));
    }

    private static void jump(Arena arena) {
        Path folder = arena.pipeline().watched().resolveSibling("ready");
        FakeClock ofTheBroker = new FakeClock(folder.resolve("clock-of-the-broker"));
        FakeClock ofTheProcesses = new FakeClock(folder.resolve("clock-of-the-processes"));
        arena.servers().restartBroker(ofTheBroker);
        restart(arena, ofTheProcesses.environment());
        for (Duration ahead : List.of(DAY, Duration.ZERO)) {
            set(arena, ofTheBroker, ahead);
        }
        set(arena, ofTheProcesses, DAY);
        ofTheProcesses.set(Duration.ZERO);
        arena.fire();
        // Kafka's clients would stand still for a day: those who watch over the processes hear of it.
        List.of(arena.pipeline().streams(), arena.pipeline().sink())
                .forEach(child -> Pipeline.await(
                        "somebody says that the clock was set back",
                        () -> child.said().contains("was set back")));
        restart(arena, Map.of());
        arena.servers().restartBroker(Map.of());
        arena.awaitFlow();
    }

    private static void restart(Arena arena, Map<String, String> environment) {
        // Asked to end, they might wait for their clock.
        arena.pipeline().kill();
        arena.pipeline().publisher().setEnvironment(environment);
        arena.pipeline().streams().setEnvironment(environment);
        arena.pipeline().sink().setEnvironment(environment);
        arena.pipeline().start();
        arena.awaitFlow();
    }

    private static void set(Arena arena, FakeClock clock, Duration ahead) {
        clock.set(ahead);
        Arena.last(NOTICED);
        arena.fire();
        arena.awaitFlow();
    }
}
