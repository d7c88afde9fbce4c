package dev.tidings.consumer.subscribe;

import dev.tidings.kafka.deadletter.DeadLetters.Position;

/**
 * A record that was given up.
 *
 * @param position where it stands
 * @param reason code: {@code subscriber_failed}, or why it could not be decoded
 * @param message one line
 */
public record SkippedRecord(Position position, String reason, String message) {}
