package dev.tidings.app.fault.stack;

import dev.tidings.app.stack.Await;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.consumer.subscribe.internal.GroupProgress;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.jspecify.annotations.Nullable;

/**
 * {@code streams}, {@code sink} and a {@code publish --watch} as processes, under a prefix of their own on servers that
 * they may share with others.
 */
public final class Pipeline implements AutoCloseable {

    /** The name of the first process of a service. */
    public static final String MAIN = "main";

    /** The source of everything that is published. */
    public static final String SOURCE = "news";

    private static final List<Setting<?>> KNOWN = Stream.of(PublishSettings.ALL, SinkSettings.ALL, StreamsSettings.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private final Program program;
    private final Path folder;
    private final Topics topics;
    private final Map<String, String> flags = new TreeMap<>();
    private final List<Child> children = new ArrayList<>();
    private Child streams;
    private Child sink;
    private Child publisher;
    private @Nullable TopicAdmin admin;

    /**
     * Makes the topics, and the processes, which do not run yet.
     *
     * @param program which version runs
     * @param folder of the data
     * @param more further settings
     */
    public Pipeline(Servers servers, Program program, String prefix, Path folder, Map<String, String> more) {
        this(servers.addresses(), program, prefix, folder, more);
    }

    /** Makes the same on servers of somebody else, by their addresses. */
    public Pipeline(
            Map<String, String> addresses, Program program, String prefix, Path folder, Map<String, String> more) {
        this.program = program;
        this.folder = folder;
        this.topics = Topics.of(prefix);
        flags.putAll(addresses);
        flags.put("topic.prefix", prefix);
        flags.put("connect.timeout.ms", "60000");
        flags.put("data.dir", folder.toString());
        // A dead process keeps its partitions as long as its session; the shortest that brokers allow.
        flags.put("streams.session.timeout", "PT6S");
        flags.put("streams.transaction.timeout", "PT15S");
        flags.put("streams.threads", "1");
        flags.put("streams.standby.replicas", "1");
        flags.putAll(more);
        this.streams = service(program, "streams", MAIN, Map.of());
        this.sink = service(program, "sink", MAIN, Map.of());
        this.publisher = publisher(Map.of());
    }

    /** Makes topics and schemas, as each of the processes would. */
    public void makeTopics() {
        admin().ensureTopics(topics);
        new SchemaRegistration(settings().registryConfig()).registerAll(topics);
    }

    /** Starts all three processes and waits until they work. */
    public void start() {
        streams.launch();
        sink.launch();
        publisher.launch();
        List.of(streams, sink, publisher).forEach(Child::awaitReady);
    }

    /** Kills all three processes with SIGKILL. */
    public void kill() {
        List.of(publisher, streams, sink).forEach(Child::kill);
    }

    public Topics topics() {
        return topics;
    }

    public Settings settings() {
        return Settings.resolveAll(KNOWN, SettingSources.of(flags));
    }

    public Child streams() {
        return streams;
    }

    public Child sink() {
        return sink;
    }

    public Child publisher() {
        return publisher;
    }

    /** Ends the publisher and puts one with further settings in its place. */
    public void restartPublisher(Map<String, String> more) {
        publisher.close();
        publisher = publisher(more).start();
    }

    /** Puts another version of a service in the place of the one that has ended. */
    public void replace(Program newer) {
        if (!streams.isAlive()) {
            streams = service(newer, "streams", MAIN, Map.of());
        }
        if (!sink.isAlive()) {
            sink = service(newer, "sink", MAIN, Map.of());
        }
    }

    /** Returns a further process, which does not run yet. */
    public Child twin(String service, String instance, Map<String, String> more) {
        return service(program, service, instance, more);
    }

    /** The folder whose files are published. */
    public Path watched() {
        return folder.resolve(SOURCE);
    }

    /** The folder of the state of {@code streams}. */
    public Path state() {
        return folder.resolve("state");
    }

    /** The folder of the store. */
    public Path storeFolder() {
        return folder.resolve("store");
    }

    /** The file of the store. */
    public Path store() {
        return storeFolder().resolve("tidings.db");
    }

    /** Returns a client of the brokers that lasts as long as this; it comes back when they do. */
    public TopicAdmin admin() {
        if (admin == null) {
            admin = new TopicAdmin(settings());
        }
        return admin;
    }

    /** Returns how many transactions are open whose ids begin so, after the pipeline's own beginning. */
    public long openTransactions(String idPart) {
        ListTransactionsOptions open = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
        return admin().awaitAnswer(admin().adminClient().listTransactions(open).all()).stream()
                .filter(transaction -> transaction.transactionalId().startsWith(topics.idPrefix() + idPart))
                .count();
    }

    /** Returns how far the sink is behind. */
    public long sinkLag() {
        return lagOf(SinkSettings.of(settings()).group(topics), topics.enriched(), topics.relations());
    }

    /** Returns how far a subscription is behind, by its group. */
    public long subscriptionLag(String group) {
        return lagOf(group, topics.enriched());
    }

    private long lagOf(String group, Topic... read) {
        return new GroupProgress(
                        admin(), group, Stream.of(read).map(Topic::name).collect(Collectors.toSet()))
                .totalLag();
    }

    /** Returns a subscription to all articles from the beginning on, which does not run yet; it says one a line. */
    public Child subscription(String group, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("subscribe", "--follow", "--group", group, "--since", "beginning", "-o", "jsonl"));
        arguments.addAll(List.of(more));
        return child(group, program, arguments, Map.of(), child -> child.said().contains("reading "));
    }

    /** Returns whether a process of that name is a member of the group that analyses. */
    public boolean isMember(String instance) {
        return admin().membersOf(topics.idPrefix() + "analyse").stream()
                .anyMatch(member -> member.groupInstanceId().orElse("").startsWith(instance + "-"));
    }

    private Child service(Program version, String service, String instance, Map<String, String> more) {
        String name = service + "-" + instance + "-" + children.size();
        Path ready = folder.resolve("ready").resolve(name);
        List<String> arguments =
                new ArrayList<>(List.of(service, "--instance", instance, "--ready-file", ready.toString()));
        return child(name, version, arguments, more, child -> isReady(ready, child));
    }

    private Child publisher(Map<String, String> more) {
        List<String> arguments = new ArrayList<>(
                List.of("publish", "--watch", "--source", SOURCE, watched().toString()));
        return child(
                "publisher-" + children.size(),
                program,
                arguments,
                more,
                child -> child.said().contains("watching "));
    }

    private Child child(
            String name,
            Program version,
            List<String> arguments,
            Map<String, String> more,
            java.util.function.Predicate<Child> ready) {
        Map<String, String> all = new TreeMap<>(flags);
        all.putAll(more);
        all.forEach((key, value) -> arguments.addAll(List.of("-X", key + "=" + value)));
        try {
            Files.createDirectories(folder.resolve("ready"));
            Files.createDirectories(watched());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Path log = folder.resolve("logs").resolve(name + ".log");
        Child child = new Child(name, version.commandLine(arguments), log, ready);
        children.add(child);
        return child;
    }

    private static boolean isReady(Path file, Child child) {
        try {
            return Files.exists(file) && Files.readString(file).equals(String.valueOf(child.pid()));
        } catch (IOException beingWritten) {
            return false;
        }
    }

    /** Waits for something that other processes do. */
    public static void await(String what, java.util.function.BooleanSupplier condition) {
        if (!Await.waitUntil(Patience.LIMIT, condition)) {
            throw new AssertionError("waited in vain: " + what);
        }
    }

    /** Returns the home of the installation that the tests belong to. */
    public static Path home() {
        return Installation.currentInstallation().home();
    }

    @Override
    public void close() {
        children.forEach(Child::close);
        if (admin != null) {
            admin.close();
        }
    }
}
