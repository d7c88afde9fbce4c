package dev.tidings.streams.recovery;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of a stage: what this instance keeps of it, and the changelogs that it is restored from. */
final class StageState {

    private static final Logger LOG = LoggerFactory.getLogger(StageState.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** A broker whose replicas are all there needs less than a second. */
    private static final Duration MAX_DELETION = Duration.ofMinutes(1);

    private final TopicAdmin broker;
    private final Stage stage;
    private final LocalState local;

    StageState(TopicAdmin broker, Stage stage) {
        this.broker = broker;
        this.stage = stage;
        this.local = new LocalState(stage.folder());
    }

    TopicIdentities changelogs() {
        return TopicIdentities.of(broker, stage.changelogs());
    }

    /** Returns the changelogs that do not exist, in the order of their names. */
    List<String> missingChangelogs() {
        TopicIdentities there = changelogs();
        List<String> missing = new ArrayList<>(new TreeSet<>(stage.changelogs()));
        missing.removeIf(name -> there.find(name).isPresent());
        return missing;
    }

    /** Throws away what this instance keeps when it was filled with changelogs that have been made anew since. */
    void discardForeign() {
        if (missingChangelogs().isEmpty() && local.isForeignTo(changelogs())) {
            LOG.warn(
                    "{}: the changelogs were made anew; the state in {} is thrown away and restored",
                    stage.name(),
                    stage.folder());
            discardLocal();
        }
    }

    void discardLocal() {
        local.discardAll();
    }

    /**
     * Throws everything away: here and on the broker. Kafka Streams makes the changelogs anew.
     *
     * @throws SettingsException when the broker does not delete them
     */
    void discardAll() {
        discardLocal();
        try {
            broker.awaitAnswer(broker.adminClient()
                    .deleteTopics(changelogs().known().keySet())
                    .all());
        } catch (UnknownTopicOrPartitionException e) {
            // Somebody else was faster.
        } catch (ApiException e) {
            throw notDeleted(String.valueOf(e.getMessage()));
        }
        awaitDeletion();
    }

    /** Deletes changelogs of stores that the stage has no more; what cannot be deleted stays. */
    void dropChangelogs(List<String> names) {
        Set<String> there = TopicIdentities.of(broker, names).known().keySet();
        if (there.isEmpty()) {
            return;
        }
        try {
            broker.awaitAnswer(broker.adminClient().deleteTopics(there).all());
            LOG.info(
                    "{}: deleted changelogs of a former version: {}",
                    stage.name(),
                    String.join(", ", new TreeSet<>(there)));
        } catch (UnknownTopicOrPartitionException e) {
            // Somebody else was faster.
        } catch (ApiException e) {
            LOG.warn("{}: changelogs of a former version are not deleted: {}", stage.name(), e.getMessage());
        }
    }

    private void awaitDeletion() {
        long deadline = System.nanoTime() + MAX_DELETION.toNanos();
        while (!changelogs().known().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw notDeleted("they are still there after " + MAX_DELETION.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private SettingsException notDeleted(String why) {
        return new SettingsException(
                stage.name() + ": its changelogs have to be made anew and Kafka does not delete them (" + why
                        + "); delete " + String.join(", ", new TreeSet<>(stage.changelogs())) + ", and start again");
    }
}
