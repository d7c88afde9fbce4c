package dev.tidings.consumer.subscribe;

import dev.tidings.schemas.kafka.DeadLetters.Position;

/**
 * A record that was given up.
 *
 * @param position where it stands
 * @param reason code: {@code subscriber_failed}, or why it could not be decoded
 * @param message one line
 */
public record GivenUp(Position position, String reason, String message) {}
