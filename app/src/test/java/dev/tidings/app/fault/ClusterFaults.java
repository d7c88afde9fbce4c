package dev.tidings.app.fault;

import dev.tidings.app.fault.Scenario.Place;
import dev.tidings.app.fault.stack.Machine;
import dev.tidings.app.fault.stack.Pipeline;
import dev.tidings.app.fault.stack.PowerCut;
import dev.tidings.app.stack.LocalBroker;
import dev.tidings.kafka.admin.TopicAdmin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ElectionNotNeededException;

/** What can happen to three brokers with three replicas. */
final class ClusterFaults {

    private static final Duration CUT = Duration.ofSeconds(12);

    private ClusterFaults() {}

    static List<Scenario> scenarios() {
        return List.of(
                on("broker-lost", 1, "the loss of the broker that leads tidings.analysed stops nothing", arena -> {
                    lose(arena, leaderOfAnalysed(arena));
                }),
                on("controller-lost", 1, "the loss of the active controller stops nothing", arena -> {
                    lose(arena, activeController(arena));
                }),
                on("brokers-restarted", 3, "brokers may be restarted one after the other", arena -> {
                    for (LocalBroker broker : arena.servers().brokers()) {
                        broker.stop();
                        arena.fire();
                        broker.start();
                        arena.awaitFlow();
                    }
                }),
                on("one-broker-cut", 1, "one broker may be cut off the network for 12 s", arena -> {
                            int port = arena.servers().port(leaderOfAnalysed(arena));
                            Machine.cutPort(port);
                            arena.fire();
                            Arena.last(CUT);
                            Machine.healPort(port);
                            arena.awaitFlow();
                        })
                        .unless(Machine::cannotCutNetwork),
                on("power-cut", 1, "all may lose power, and one broker what its disk had not written", arena -> {
                    List<LocalBroker> brokers = arena.servers().brokers();
                    arena.servers().kill(brokers);
                    arena.servers().registry().process().kill();
                    arena.pipeline().kill();
                    arena.fire();
                    PowerCut.truncate(arena.servers().dataOf(1));
                    // What was acknowledged is in every replica, but Kafka would wait for the last leader and believe
                    // it.
                    arena.servers().launch(brokers.subList(1, 3));
                    arena.servers().awaitMembers(2);
                    electLeaders(arena);
                    arena.servers().startBrokers();
                    arena.servers().registry().start();
                    arena.pipeline().start();
                    arena.awaitFlow();
                }));
    }

    /** What {@code kafka-leader-election.sh --election-type unclean --all-topic-partitions} does. */
    private static void electLeaders(Arena arena) {
        TopicAdmin admin = arena.pipeline().admin();
        Pipeline.await("every partition has a leader that runs", () -> {
            Map<TopicPartition, Optional<Throwable>> elected = admin.awaitAnswer(
                    admin.adminClient().electLeaders(ElectionType.UNCLEAN, null).partitions());
            return elected.values().stream()
                    .allMatch(failure -> failure.isEmpty() || failure.get() instanceof ElectionNotNeededException);
        });
    }

    /** The articles go on while the broker is away; then it comes back. */
    private static void lose(Arena arena, int number) {
        LocalBroker broker = arena.servers().brokers().get(number - 1);
        broker.process().kill();
        arena.fire();
        arena.awaitFlow();
        broker.start();
        arena.awaitFlow();
    }

    private static int leaderOfAnalysed(Arena arena) {
        String analysed = arena.pipeline().topics().analysed().name();
        TopicAdmin admin = arena.pipeline().admin();
        return admin.awaitAnswer(
                        admin.adminClient().describeTopics(List.of(analysed)).allTopicNames())
                .get(analysed)
                .partitions()
                .get(0)
                .leader()
                .id();
    }

    private static int activeController(Arena arena) {
        TopicAdmin admin = arena.pipeline().admin();
        return admin.awaitAnswer(admin.adminClient().describeMetadataQuorum().quorumInfo())
                .leaderId();
    }

    private static Scenario on(String name, int faults, String promise, Scenario.Script script) {
        return Scenario.on(Place.THREE, name, faults, promise, script);
    }
}
