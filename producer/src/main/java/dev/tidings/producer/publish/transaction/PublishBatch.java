package dev.tidings.producer.publish.transaction;

import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.producer.publish.prepare.PreparedInput;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Inputs that will share a transaction. */
final class PublishBatch {

    private final long maxArticles;
    private final long maxBytes;
    private final long maxMillis;
    private final Clock clock;
    private final List<PreparedInput> inputs = new ArrayList<>();
    private long bytes;
    private long begun;

    PublishBatch(Settings settings, Clock clock) {
        maxArticles = settings.get(PublishSettings.BATCH_ARTICLES);
        maxBytes = settings.get(PublishSettings.BATCH_BYTES);
        maxMillis = Duration.ofMillis(settings.get(PublishSettings.BATCH_MS)).toMillis();
        this.clock = clock;
    }

    void add(PreparedInput input) {
        if (inputs.isEmpty()) {
            begun = clock.millis();
        }
        inputs.add(input);
        bytes += input.sizeInBytes();
    }

    /** Returns whether it is time to commit. */
    boolean isDue() {
        return !inputs.isEmpty()
                && (inputs.size() >= maxArticles || bytes >= maxBytes || clock.millis() - begun >= maxMillis);
    }

    /** Returns how long it may still be before it is time to commit; empty when there is nothing to commit. */
    Optional<Duration> untilDue() {
        return inputs.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.max(0, begun + maxMillis - clock.millis())));
    }

    /** Returns the uris of the inputs, each once, in the order in which they were added. */
    List<String> uris() {
        return inputs.stream().map(PreparedInput::input).distinct().toList();
    }

    /** Returns what was added and empties the batch. */
    List<PreparedInput> takeAll() {
        List<PreparedInput> taken = List.copyOf(inputs);
        inputs.clear();
        bytes = 0;
        return taken;
    }
}
