package dev.tidings.producer.publish.prepare;

import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.publish.KafkaAccess;
import java.time.Clock;

/**
 * What the publishers of all roots have in common.
 *
 * @param kafka access to the topics
 * @param formats that are read
 * @param clock tells when an input was read, which no verdict depends on
 */
public record PublishContext(KafkaAccess kafka, InputFormats formats, Clock clock) {}
