package dev.tidings.kafka.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.admin.KafkaClients;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Heartbeat;
import dev.tidings.schemas.ProcessState;
import dev.tidings.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says again and again, in the topic of processes, how this process stands, and once more when it ends. What cannot be
 * sent is lost: whoever misses it will say that the process is silent. Its methods may be called from any thread.
 */
public final class HeartbeatSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatSender.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /** A change of state is said at once. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Nobody waits for a heartbeat, and an old one is of no use. */
    private static final Map<String, Object> CONFIG = Map.of(
            "acks", "1",
            "enable.idempotence", "false",
            "max.block.ms", "2000",
            "request.timeout.ms", "4000",
            "delivery.timeout.ms", "5000",
            "linger.ms", "0",
            "buffer.memory", String.valueOf(1 << 20));

    private final Topic topic;
    private final ProcessIdentity identity;
    private final ProcessHealth health;
    private final InstantSource clock;
    private final Duration interval;
    private final Instant started;
    private final String host = ProcessIdentity.hostName();
    private final Serializer<Heartbeat> serializer;
    private final Producer<byte[], byte[]> producer;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });
    private boolean closed;
    /** The producer's own thread sets it, for which nobody may wait. */
    private volatile boolean failing;

    private ProcessState said = ProcessState.UNKNOWN;
    private Instant saidAt = Instant.MIN;

    /**
     * Makes a sender that says nothing yet; nothing is connected before its {@link #start}.
     *
     * @param topic of processes
     * @param clock of this machine
     * @throws dev.tidings.kafka.settings.SettingsException when the client settings are not valid
     */
    public HeartbeatSender(
            Settings settings, Topic topic, ProcessIdentity identity, ProcessHealth health, InstantSource clock) {
        this.topic = topic;
        this.identity = identity;
        this.health = health;
        this.clock = clock;
        this.interval = settings.get(HealthSettings.HEARTBEAT_INTERVAL);
        this.started = clock.instant();
        this.serializer = new AvroSerdes(settings.registryConfig()).serializer(topic);
        Map<String, Object> config = new TreeMap<>(settings.kafkaConfig());
        config.remove("transactional.id");
        config.putAll(CONFIG);
        config.put("client.id", "tidings-heartbeat");
        try {
            this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw KafkaClients.refusedMessage(e);
        }
    }

    /** Returns a sender for the installation that the settings are about. */
    public static HeartbeatSender ofSettings(Settings settings, ProcessIdentity identity, ProcessHealth health) {
        Topic processes = ConnectionSettings.topics(settings).processes();
        return new HeartbeatSender(settings, processes, identity, health, InstantSource.system());
    }

    /** Begins to send, in a thread of its own. */
    public void start() {
        long pause = Math.min(LOOK_EVERY.toMillis(), interval.toMillis());
        var unused = beats.scheduleWithFixedDelay(this::sendWhenDue, 0, pause, TimeUnit.MILLISECONDS);
    }

    private synchronized void sendWhenDue() {
        try {
            ProcessReport report = health.report();
            boolean isDue = saidAt.isBefore(clock.instant().minus(interval));
            if (!closed && (isDue || report.state() != said)) {
                sendReport(report);
            }
        } catch (RuntimeException e) { // whatever it is, the process has other work to do
            noteResult(e);
        }
    }

    private void sendReport(ProcessReport report) {
        said = report.state();
        saidAt = clock.instant();
        byte[] value = serializer.serialize(topic.name(), heartbeat(report));
        byte[] key = identity.processName().getBytes(UTF_8);
        var unused = producer.send(new ProducerRecord<>(topic.name(), key, value), (sent, error) -> noteResult(error));
    }

    private void noteResult(@Nullable Exception error) {
        if (error != null && !failing) {
            LOG.debug("no heartbeat could be sent", error);
        }
        failing = error != null;
    }

    private Heartbeat heartbeat(ProcessReport report) {
        return Heartbeat.newBuilder()
                .setProcess(identity.processName())
                .setState(report.state())
                .setStateSince(report.since())
                .setObstacles(report.obstacles())
                .setVersion(ProcessIdentity.programVersion())
                .setHost(host)
                .setPid(ProcessHandle.current().pid())
                .setStarted(started)
                .setSent(clock.instant())
                .setIntervalMillis(interval.toMillis())
                .setGroups(identity.groups())
                .setRestores(report.restores())
                .setDisks(DiskRoom.measureRoom(identity.folders()))
                .setMetricsUrl(identity.metricsUrl())
                .build();
    }

    /** Sends the last word, and waits for it some seconds at most; a second call does nothing. */
    @Override
    public void close() {
        beats.shutdown();
        if (sayLastWord()) {
            producer.close(failing ? Duration.ZERO : LAST_WORDS);
            serializer.close();
        }
    }

    private synchronized boolean sayLastWord() {
        boolean isFirst = !closed;
        // The state has changed, so it is due.
        sendWhenDue();
        closed = true;
        return isFirst;
    }
}
