package dev.tidings.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.fault.Scenario.Place;
import dev.tidings.app.fault.stack.Child;
import dev.tidings.app.fault.stack.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pipelines that are not the present version with its guarantees from beginning to end. */
final class OtherVersions {

    /** Folder of the built version before. */
    static final String BEFORE = "tidings.test.faults.before";

    /** Why there is none. */
    static final String NO_BEFORE = "tidings.test.faults.no.before";

    /** So long that a kill soon after the start finds nothing committed, and so short that the next start gets ready. */
    static final Map<String, String> AT_LEAST_ONCE = Map.of(
            "streams.guarantee", "at_least_once",
            "streams.commit.interval", "PT20S",
            "streams.commit.interval.behind", "PT20S");

    private OtherVersions() {}

    static List<Scenario> scenarios() {
        return List.of(
                Scenario.on(
                                Place.UPGRADE,
                                "rolling-upgrade",
                                2,
                                "a version takes over state, store and groups of the one before",
                                arena -> {
                                    upgrade(arena, arena.pipeline().streams());
                                    upgrade(arena, arena.pipeline().sink());
                                })
                        .unless(() -> Optional.ofNullable(System.getProperty(NO_BEFORE))),
                Scenario.on(
                        Place.CONTROL,
                        "control",
                        1,
                        "without exactly-once the same check fails, so it can fail",
                        arena -> {
                            arena.awaitFlow();
                            arena.pipeline().streams().kill();
                            arena.fire();
                            arena.pipeline().streams().start();
                            arena.awaitFlow();
                        }));
    }

    /** Returns the version before. */
    static Program before() {
        return Program.builtIn(Path.of(System.getProperty(BEFORE, "")));
    }

    private static void upgrade(Arena arena, Child old) {
        arena.fire();
        old.terminate();
        assertThat(old.awaitExit(Duration.ofMinutes(1))).isNotEqualTo(1);
        arena.pipeline().replace(Program.current());
        arena.pipeline().start();
        arena.awaitFlow();
    }
}
