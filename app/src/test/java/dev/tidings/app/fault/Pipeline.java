package dev.tidings.app.fault;

import dev.tidings.app.stack.Await;
import dev.tidings.app.stack.ClassPath;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.JavaCommand;
import dev.tidings.app.stack.LocalCluster;
import dev.tidings.app.stack.LocalRegistry;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.Patience;
import dev.tidings.app.stack.Service;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import dev.tidings.app.stack.TestServices;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.consumer.subscribe.internal.GroupProgress;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The whole pipeline on a stack of its own: broker, registry, and the processes {@code streams} and {@code sink}. */
final class Pipeline implements AutoCloseable {
    static final String STREAMS = "streams";
    static final String SINK = "sink";

    /** Killed after a minute: code is never run often enough to pay for the slower one. */
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final List<Setting<?>> KNOWN = Stream.of(PublishSettings.ALL, SinkSettings.ALL, StreamsSettings.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private final StackConfig stackConfig;
    private final TestServices services;
    private final Set<String> started = new TreeSet<>();
    private final Runnable stopServers;
    private final Topics topics = Topics.of(Topics.DEFAULT_PREFIX);
    private final Map<String, String> flags = new TreeMap<>();

    private Pipeline(
            StackConfig stackConfig, Map<String, String> addresses, Map<String, String> more, Runnable stopServers) {
        this.stackConfig = stackConfig;
        this.services = new TestServices(stackConfig);
        this.stopServers = stopServers;
        flags.putAll(addresses);
        flags.put("connect.timeout.ms", "60000");
        flags.put("data.dir", stackConfig.folder().root().toString());
        flags.put("publish.wait.timeout.ms", String.valueOf(Patience.LIMIT.toMillis()));
        // A killed process gives its partitions back when its session ends; the shortest that brokers allow.
        flags.put("streams.session.timeout", "PT6S");
        flags.putAll(more);
    }

    /** Starts broker and registry in a folder that must not exist. */
    static Pipeline in(Path folder, Map<String, String> flags) {
        StackConfig stackConfig = newStackConfig(folder);
        return new Pipeline(
                stackConfig,
                LocalStack.startStack(stackConfig).addresses(),
                flags,
                () -> LocalStack.stopStack(stackConfig));
    }

    /** Starts a registry beside a cluster in the same folder; the cluster stays when the pipeline is closed. */
    static Pipeline on(LocalCluster cluster, StackConfig stackConfig, Map<String, String> flags) {
        LocalRegistry registry = LocalRegistry.inFolder(stackConfig);
        registry.start();
        Map<String, String> addresses =
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "schema.registry.url", registry.url());
        return new Pipeline(stackConfig, addresses, flags, registry::stop);
    }

    /** A folder of this test's own, which must not exist. */
    static StackConfig newStackConfig(Path folder) {
        return new StackConfig(Installation.currentInstallation(), new DataFolder(folder), StackPurpose.TEST);
    }

    Topics topics() {
        return topics;
    }

    Settings settings() {
        return Settings.resolveAll(KNOWN, SettingSources.of(flags));
    }

    /** Starts a service unless it runs. */
    void start(String name) {
        start(service(name, name, List.of()));
    }

    /** Starts one of several processes of a service that share the work. */
    void startInstance(String name, String instance) {
        start(service(processOf(name, instance), name, List.of("--instance", instance)));
    }

    private void start(Service service) {
        started.add(service.name());
        services.start(service);
    }

    /** Kills a service with SIGKILL and starts it again. */
    void killAndRestart(String name) {
        services.process(name).kill();
        start(name);
    }

    /** Kills one of several processes with SIGKILL. */
    void killInstance(String name, String instance) {
        services.process(processOf(name, instance)).kill();
    }

    /** The folder in which an instance keeps the duplicate index, in which every article has postings. */
    Path stateOf(String instance) {
        return stackConfig
                .folder()
                .root()
                .resolve("state")
                .resolve(instance)
                .resolve("tidings-dedup/0_0/rocksdb/dedup-postings");
    }

    private static String processOf(String name, String instance) {
        return name + "-" + instance;
    }

    /** Publishes a folder and waits until every article of it is decided. */
    PublishSummary publish(Path folder) {
        try (Publisher publisher = Publisher.open(settings(), topics, Clock.systemUTC())) {
            return publisher.publishInputs(
                    PublishRequest.of(List.of(folder), Optional.empty()).awaitingVerdicts(), PublishListener.NONE);
        }
    }

    /** Waits until a topic has grown to so many offsets, transaction markers included. */
    void awaitGrowth(Topic topic, long offsets) {
        try (TopicAdmin admin = new TopicAdmin(settings())) {
            if (!Await.waitUntil(Patience.LIMIT, () -> end(admin, topic) >= offsets)) {
                throw new AssertionError(topic.name() + " did not grow to " + offsets + " offsets");
            }
        }
    }

    /** Returns how far a topic has grown, in offsets. */
    long end(Topic topic) {
        try (TopicAdmin admin = new TopicAdmin(settings())) {
            return end(admin, topic);
        }
    }

    private static long end(TopicAdmin admin, Topic topic) {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(
                        0, admin.partitionCount(topic).orElse(0))
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.awaitAnswer(admin.adminClient().listOffsets(asked).all()).values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** Waits until the sink has stored all that is committed. */
    void awaitSink() {
        Set<String> names = Set.of(topics.enriched().name(), topics.relations().name());
        try (TopicAdmin admin = new TopicAdmin(settings())) {
            GroupProgress sink =
                    new GroupProgress(admin, SinkSettings.of(settings()).group(topics), names);
            if (!sink.awaitCaughtUp(Patience.LIMIT)) {
                throw new AssertionError("the sink does not catch up");
            }
        }
    }

    private Service service(String process, String name, List<String> more) {
        Path ready = stackConfig.folder().pidFolder().resolve(process + ".ready");
        List<String> arguments = new ArrayList<>(List.of(name, "--ready-file", ready.toString()));
        arguments.addAll(more);
        flags.forEach((key, value) -> arguments.addAll(List.of("-X", key + "=" + value)));
        List<String> options = List.of(
                "-XX:+UseSerialGC",
                QUICK_COMPILER,
                "-Xmx512m",
                "-D" + Installation.HOME_PROPERTY + "="
                        + stackConfig.installation().home());
        JavaCommand java =
                new JavaCommand(ClassPath.currentClassPath(), options, "dev.tidings.app.cli.Tidings", arguments);
        return new Service(process, java, started -> isReady(ready));
    }

    private static boolean isReady(Path file) {
        try {
            return Files.exists(file)
                    && ProcessHandle.of(Long.parseLong(Files.readString(file))).isPresent();
        } catch (java.io.IOException | NumberFormatException e) {
            return false;
        }
    }

    @Override
    public void close() {
        // A test that took too long is interrupted, and its processes must not outlive it.
        Thread.interrupted();
        services.stop(started);
        stopServers.run();
    }
}
