package dev.tidings.streams.application;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.streams.failure.StateDisk;
import dev.tidings.streams.recovery.StateRecovery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What all supervised topologies of a process share.
 *
 * @param closeTimeout how long the threads of a topology may take to end
 * @param broker asked for topics
 * @param recovery prepares a start; empty where topics and state are made for the run, and nothing is made again
 * @param disk on which the state of all of them lies
 * @param wakeUp calls the supervisor at once
 * @param onEnd called with one line for people when a topology cannot go on
 */
record Supervision(
        InstantSource clock,
        Duration closeTimeout,
        TopicAdmin broker,
        Optional<StateRecovery> recovery,
        StateDisk disk,
        Runnable wakeUp,
        Consumer<String> onEnd) {}
