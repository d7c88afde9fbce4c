package dev.tidings.app.status;

import dev.tidings.kafka.admin.ClientRefusedException;
import dev.tidings.kafka.admin.LogReader;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.health.HeartbeatReader;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.health.ReceivedHeartbeat;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Heartbeat;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Asks brokers, and nobody else, how an installation stands. Changes nothing. What this client may not ask, or the
 * brokers are too old for, is told as a finding. For one thread.
 */
public final class StatusQuery implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Settings settings;
    private final Topics topics;
    private final InstantSource clock;
    private final TopicAdmin broker;
    private final LogReader log;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Connects lazily.
     *
     * @param settings that lead to Kafka and the registry
     * @param clock of this machine
     */
    public StatusQuery(Settings settings, Topics topics, InstantSource clock) {
        this.settings = settings;
        this.topics = topics;
        this.clock = clock;
        this.broker = new TopicAdmin(settings);
        this.log = new LogReader(settings);
    }

    /**
     * Asks.
     *
     * @throws dev.tidings.kafka.admin.DependencyUnreachableException when the brokers do not answer
     */
    public StatusReport askBrokers() {
        findings.clear();
        checkTopics();
        TopicLogs logs = TopicLogs.ask(broker, topics);
        List<ReceivedHeartbeat> heartbeats = heartbeats(logs);
        Instant now = BrokerClock.now(clock.instant(), ProcessIdentity.hostName(), heartbeats);
        Map<String, GroupPicture> groups = ifAllowed("groups", Map.of(), () -> GroupQuery.allGroups(broker));
        List<ReaderStatus> readers = readers(logs, groups, heartbeats, now);
        List<ProcessStatus> processes = processes(heartbeats, readers, now);
        List<OpenTransaction> transactions = transactions(logs, now);
        long deadLetters = ifAllowed(
                "dead letters", 0L, () -> DeadLetterCounter.countRecent(broker, log, topics.deadLetters(), logs, now));
        if (deadLetters > 0) {
            findings.add(Finding.warn(
                    "dead letters", deadLetters + " in the last hour", "'tidings dlq list' says which and why"));
        }
        List<DiskStatus> disks = disks(heartbeats, now);
        findings.sort(Comparator.comparing(Finding::level));
        return new StatusReport(now, processes, readers, transactions, disks, deadLetters, findings);
    }

    private void checkTopics() {
        List<String> missing = broker.missingTopics(topics);
        List<Topic> existing = topics.allTopics().stream()
                .filter(topic -> !missing.contains(topic.name()))
                .toList();
        if (!missing.isEmpty()) {
            findings.add(Finding.fail(
                    "topics",
                    "there is no " + String.join(", ", missing),
                    "'tidings up', 'tidings streams' or 'tidings publish' makes them"));
        }
        findings.addAll(
                ifAllowed("topic settings", List.of(), () -> TopicDifferences.findDifferences(broker, existing)));
    }

    private List<ReceivedHeartbeat> heartbeats(TopicLogs logs) {
        Topic processes = topics.processes();
        HeartbeatReader reader = new HeartbeatReader(
                new AvroSerdes(settings.registryConfig()).reader(processes, Heartbeat.class),
                line -> findings.add(Finding.warn("processes", line, "")));
        Map<TopicPartition, Long> starts = logs.partitionsOf(List.of(processes)).stream()
                .collect(Collectors.toMap(partition -> partition, logs::beginningOf));
        try {
            return ifAllowed("processes", List.of(), () -> {
                log.readStretches(starts, logs.ends(), reader::takeRecord, LIMIT);
                return reader.newestHeartbeats();
            });
        } catch (RegistryUnavailableException e) {
            findings.add(Finding.fail(
                    "processes", "what they say cannot be read: " + e.getMessage(), "see 'tidings doctor'"));
            return List.of();
        }
    }

    private List<ReaderStatus> readers(
            TopicLogs logs, Map<String, GroupPicture> groups, List<ReceivedHeartbeat> heartbeats, Instant now) {
        OffsetExpiry expiry = ifAllowed(
                "retention of offsets",
                new OffsetExpiry(Optional.empty(), Map.of(), now),
                () -> OffsetExpiry.ask(broker, heartbeats, now));
        ReaderChecks checks = new ReaderChecks(settings.get(StatusSettings.MAX_LAG), expiry);
        ReaderQuery query = new ReaderQuery(logs, groups, new LagCounter(log), now);
        List<ReaderStatus> readers = new ArrayList<>();
        List<KnownReader> known = ReaderQuery.knownReaders(topics, groups);
        known.forEach(reader -> {
            ReaderStatus status = query.statusOf(reader);
            readers.add(status);
            findings.addAll(checks.findFaults(reader, query.pictureOf(reader), status));
        });
        Set<String> names = known.stream().map(KnownReader::group).collect(Collectors.toSet());
        expiry.forgotten(groups).stream()
                .filter(group -> !names.contains(group))
                .forEach(group -> findings.add(Finding.warn(
                        group,
                        "Kafka has forgotten where this group stands",
                        "say where it begins when it comes back (--since)")));
        return readers;
    }

    private List<ProcessStatus> processes(List<ReceivedHeartbeat> heartbeats, List<ReaderStatus> readers, Instant now) {
        Set<String> unread = readers.stream()
                .filter(reader -> reader.unread() > 0)
                .map(ReaderStatus::group)
                .collect(Collectors.toSet());
        ProcessChecks checks = new ProcessChecks(now, unread);
        List<ProcessStatus> processes = new ArrayList<>();
        heartbeats.stream().filter(checks::isOfInterest).forEach(received -> {
            ProcessStatus status = ProcessStatus.of(received, now);
            processes.add(status);
            findings.addAll(checks.findFaults(received, status));
        });
        return processes;
    }

    private List<OpenTransaction> transactions(TopicLogs logs, Instant now) {
        List<OpenTransaction> open = ifAllowed(
                "transactions", List.of(), () -> TransactionQuery.openTransactions(broker, logs.heldUp(), now));
        String address = broker.clusterMark().address();
        open.stream()
                .filter(OpenTransaction::isStuck)
                .forEach(transaction -> findings.add(transaction.asFinding(address)));
        return open;
    }

    private List<DiskStatus> disks(List<ReceivedHeartbeat> heartbeats, Instant now) {
        List<DiskStatus> disks =
                new ArrayList<>(ifAllowed("disks of brokers", List.of(), () -> BrokerDisks.disksOf(broker)));
        disks.forEach(disk -> disk.findFault().ifPresent(findings::add));
        heartbeats.stream()
                .filter(received -> ProcessStatus.of(received, now).isAlive())
                .forEach(received -> disks.addAll(ProcessChecks.diskStates(received)));
        return disks;
    }

    /** A client that may not ask for everything still hears the rest. */
    private <T> T ifAllowed(String what, T otherwise, Supplier<T> question) {
        try {
            return question.get();
        } catch (ClientRefusedException | AuthorizationException | UnsupportedVersionException e) {
            findings.add(
                    Finding.warn(what, "the brokers do not say: " + e.getMessage(), "see docs/production.md#rights"));
            return otherwise;
        }
    }

    @Override
    public void close() {
        log.close();
        broker.close();
    }
}
