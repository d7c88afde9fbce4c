package dev.tidings.streams.replay.run;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topic;
import dev.tidings.streams.application.ApplicationOutline;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.replay.plan.ReplayKafka;
import dev.tidings.streams.replay.plan.ReplayPlan;
import dev.tidings.streams.replay.plan.RunIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/** Deletes what belongs to a run, by exact names: those of another run may begin alike. */
final class RunDeletion {

    /** A killed process counts as a member of its group until its session ends. */
    private static final Duration SESSION = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ReplayKafka kafka;
    private final RunIdentity identity;
    private final ReplayPlan plan;

    RunDeletion(ReplayKafka kafka, RunIdentity identity, ReplayPlan plan) {
        this.kafka = kafka;
        this.identity = identity;
        this.plan = plan;
    }

    /**
     * Deletes it.
     *
     * @throws SettingsException when a process works on the run; nothing is deleted then
     */
    void deleteRun() {
        List<ApplicationOutline> applications = applicationIds();
        applications.forEach(application -> removeGroup(application.id()));
        removeGroup(identity.mergeGroup());
        removeTopics(applications);
        removeFolder(identity.stateFolder(kafka.settings()));
    }

    private List<ApplicationOutline> applicationIds() {
        try (StreamsApplication application = ReplayJob.applicationOf(kafka.settings(), identity, plan)) {
            return application.outlines();
        }
    }

    private void removeGroup(String group) {
        TopicAdmin broker = kafka.broker();
        long deadline = System.nanoTime() + SESSION.toNanos();
        while (true) {
            try {
                broker.awaitAnswer(broker.adminClient()
                        .deleteConsumerGroups(List.of(group))
                        .all());
                return;
            } catch (GroupIdNotFoundException e) {
                return;
            } catch (GroupNotEmptyException e) {
                if (System.nanoTime() > deadline) {
                    throw new SettingsException("a process works on run " + identity.run() + "; stop it first");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void removeTopics(List<ApplicationOutline> applications) {
        TopicAdmin broker = kafka.broker();
        Set<String> existing =
                broker.awaitAnswer(broker.adminClient().listTopics().names());
        List<String> names = Stream.concat(
                        identity.runTopics(plan.ranges().size()).allTopics().stream()
                                .map(Topic::name),
                        applications.stream().flatMap(application -> application.changelogs().stream()))
                .filter(existing::contains)
                .toList();
        broker.awaitAnswer(broker.adminClient().deleteTopics(names).all());
    }

    private static void removeFolder(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be deleted", e);
        }
    }
}
