package dev.tidings.consumer.sink;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.subscribe.internal.CommitNote;
import dev.tidings.consumer.subscribe.internal.GroupPositions;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two sinks of one name from filling two stores: they would share the partitions, and each store would get a part
 * of the articles. Every offset that a sink commits names its store; a sink that finds another store there, and another
 * member beside it, gives way. Alone it may fill another store than before: that one goes on from its own offsets, from
 * the beginning when it is empty.
 */
final class StoreClaim {

    private static final Logger LOG = LoggerFactory.getLogger(StoreClaim.class);
    private static final String STORE = "store";
    private static final String PLACE = "place";
    private static final Duration CHECK_EVERY = Duration.ofSeconds(10);
    /** A sink that has ended counts as a member until its session ends. */
    private static final Duration MAX_SESSION = Duration.ofSeconds(30);

    private final TopicAdmin broker;
    private final String group;
    private final SinkSettings settings;
    private final StoreWriter store;
    private final LongSupplier nanoTime;
    private Optional<Long> conflictBegan = Optional.empty();
    private Optional<String> told = Optional.empty();
    private long lastCheck;
    private @Nullable KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> asked;

    /**
     * Makes one.
     *
     * @param broker stays the caller's
     * @param group of the sink
     * @param store stays the caller's
     */
    StoreClaim(TopicAdmin broker, String group, SinkSettings settings, StoreWriter store, LongSupplier nanoTime) {
        this.broker = broker;
        this.group = group;
        this.settings = settings;
        this.store = store;
        this.nanoTime = nanoTime;
        this.lastCheck = nanoTime.getAsLong();
    }

    /** Returns what names the store beside every offset that is committed. */
    CommitNote commitNote() {
        return new CommitNote(CommitNote.SINK, Map.of(STORE, store.storeId(), PLACE, store.storePlace()));
    }

    /**
     * As {@link #checkClaim}, at most every ten seconds and without waiting for the brokers: of two that start together
     * neither sees the other at first.
     */
    void checkWhenDue() {
        KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> answer = asked;
        if (answer == null) {
            boolean due = nanoTime.getAsLong() - lastCheck >= CHECK_EVERY.toNanos();
            asked = due ? GroupPositions.askOffsets(broker, group) : null;
        } else if (answer.isDone()) {
            asked = null;
            lastCheck = nanoTime.getAsLong();
            // What could not be answered is asked again.
            if (!answer.isCompletedExceptionally()
                    && findOtherStore(GroupPositions.ofOffsets(broker.awaitAnswer(answer)))
                            .isPresent()) {
                checkClaim();
            }
        }
    }

    /**
     * Looks whether another sink of the name fills another store.
     *
     * @throws RetryLaterException when it looks so, but the other one may have ended just now
     * @throws SettingsException when it does
     */
    void checkClaim() {
        lastCheck = nanoTime.getAsLong();
        try {
            Optional<CommitNote> other = findOtherStore(GroupPositions.ofGroup(broker, group));
            if (other.isPresent() && broker.membersOf(group).size() > 1) {
                giveWay(other.get());
            } else {
                conflictBegan = Optional.empty();
                other.ifPresent(this::tellOfOther);
            }
        } catch (DependencyUnreachableException e) {
            throw new RetryLaterException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Of two stores the one that is named first among the partitions stays. */
    private Optional<CommitNote> findOtherStore(GroupPositions positions) {
        return positions.notes().values().stream()
                .filter(note -> note.findField(STORE).isPresent())
                .findFirst()
                .filter(note -> !isOurs(note));
    }

    /** A store that was made anew at the same place has taken the place of the former one. */
    private boolean isOurs(CommitNote note) {
        return note.findField(STORE).filter(store.storeId()::equals).isPresent()
                || note.findField(PLACE).filter(store.storePlace()::equals).isPresent();
    }

    private void giveWay(CommitNote other) {
        long now = nanoTime.getAsLong();
        long began = conflictBegan.orElse(now);
        conflictBegan = Optional.of(began);
        String cause = "another sink of the name " + settings.name() + " fills the store " + placeOf(other)
                + ", and each of two stores would get a part of the articles";
        if (now - began < MAX_SESSION.toNanos()) {
            throw new RetryLaterException(cause + "; looking whether it has ended", null);
        }
        throw new SettingsException(
                cause + "; give the sink of this store a name of its own (--name NAME), or stop the other one first");
    }

    private void tellOfOther(CommitNote other) {
        Optional<String> id = other.findField(STORE);
        if (!id.equals(told)) {
            told = id;
            LOG.warn(
                    "the sinks of the name {} filled another store before, {}; this one goes on from its own offsets",
                    settings.name(),
                    placeOf(other));
        }
    }

    private static String placeOf(CommitNote note) {
        return note.findField(PLACE).orElse("of another place");
    }
}
