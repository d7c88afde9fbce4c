package dev.tidings.app.bench;

import dev.tidings.app.bench.text.ArticleSupply;
import dev.tidings.app.bench.text.BenchException;
import dev.tidings.app.bench.text.SyntheticArticles;
import dev.tidings.app.bench.text.SyntheticTexts;
import dev.tidings.app.stack.LocalProcess;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.Service;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.consumer.subscribe.internal.GroupProgress;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** The processes of a benchmark and what can be measured on them. For one thread. */
final class BenchPipeline implements AutoCloseable {
    private static final String DEDUP = "dedup";
    private static final String STORIES = "stories";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final RecordsToDelete ALL = RecordsToDelete.beforeOffset(-1);

    private final BenchStack benchStack;
    private final LocalStack stack;
    private final Settings settings;
    private final Topics topics;
    private final BenchServices services;
    private final PublisherProcess publisher;
    private final TopicAdmin admin;
    private final StoreCheck store;
    private final ArticleSupply supply;
    private final Map<String, ArticleSupply.Written> written = new HashMap<>();

    private BenchPipeline(
            BenchStack benchStack,
            ArticleSupply supply,
            Settings settings,
            BenchServices services,
            PublisherProcess publisher) {
        this.benchStack = benchStack;
        this.supply = supply;
        this.stack = benchStack.start();
        this.settings = settings;
        this.topics = ConnectionSettings.topics(settings);
        this.services = services;
        this.publisher = publisher;
        this.admin = new TopicAdmin(settings);
        this.store = new StoreCheck(SinkSettings.storeUrl(settings));
    }

    static BenchPipeline openPipeline(
            BenchStack benchStack, ArticleSupply supply, Settings settings, BenchServices services) {
        PublisherProcess publisher = benchStack.ownPublisher(
                PublisherProcess.start(services.publisher(), benchStack.folder().logFile(PublisherProcess.NAME)));
        return new BenchPipeline(benchStack, supply, settings, services, publisher);
    }

    void startPipeline() {
        stack.startServices(List.of(services.streams(), services.sink()));
    }

    ArticleSupply supply() {
        return supply;
    }

    /** Writes articles, publishes them at full speed and waits until they are stored. */
    Throughput measureThroughput(String name, int count) {
        Path folder = folder(name);
        ArticleSupply.Written files = supply.writeArticles(folder, count);
        written.put(name, files);
        try (OutcomeWatch watch = OutcomeWatch.ofDecisions(settings, topics)) {
            TopicSizes sizes = TopicSizes.ofBroker(admin);
            CpuMeter meter = meter();
            CpuMeter.Reading before = meter.takeReading();
            publisher.beginPublish(name, folder);
            OutcomeCounts outcomeCounts = watch.awaitCount(count);
            checkComplaints(outcomeCounts.findComplaints(files, name));
            publisher.awaitPublished();
            awaitStored();
            Duration stored = Duration.ofNanos(System.nanoTime() - before.nanos());
            CpuMeter.Usage usage = meter.usedSince(before);
            store.checkGrowth(outcomeCounts);
            return new Throughput(
                    count,
                    outcomeCounts.count(OutcomeCounts.Place.SUPPRESSED),
                    outcomeCounts.count(OutcomeCounts.Place.DEAD_LETTERED),
                    Duration.ofNanos(outcomeCounts.lastNanos() - before.nanos()),
                    stored,
                    usage,
                    TopicSizes.ofBroker(admin).gainedPer(count, sizes));
        }
    }

    /** Sends articles at a rate. */
    BenchReport.Latency measureLatency(BenchPlan plan) {
        List<String> all = Stream.generate(supply::nextText)
                .limit(plan.ratedBefore() + plan.ratedArticles())
                .toList();
        try (OutcomeWatch watch = OutcomeWatch.ofDecisions(settings, topics);
                RatedLoad load = new RatedLoad(settings, topics)) {
            CompletableFuture<Map<String, Long>> sending =
                    CompletableFuture.supplyAsync(() -> load.sendAll(all, plan.rate()));
            OutcomeCounts outcomeCounts = watch.awaitCount(all.size());
            Map<String, Long> due = awaitSent(sending);
            checkComplaints(outcomeCounts.findLost(due.keySet()));
            awaitStored();
            store.checkGrowth(outcomeCounts);
            Percentiles latency = Percentiles.of(due.entrySet().stream()
                    .skip(plan.ratedBefore())
                    .mapToLong(article -> outcomeCounts.firstSeenNanos(article.getKey()) - article.getValue())
                    .toArray());
            return new BenchReport.Latency(
                    plan.rate(),
                    plan.ratedArticles(),
                    latency.percentileMillis(50),
                    latency.percentileMillis(99),
                    latency.percentileMillis(100));
        }
    }

    /** Returns what each process takes of one processor while there is nothing to do. */
    Map<String, Double> measureIdle(Duration time) {
        CpuMeter meter = meter();
        CpuMeter.Reading before = meter.takeReading();
        long end = before.nanos() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return meter.usedSince(before).percentOfCore();
    }

    private static Map<String, Long> awaitSent(CompletableFuture<Map<String, Long>> sending) {
        try {
            return sending.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BenchException told ? told : e;
        }
    }

    /** Fills the state of the deduplication stage; neither subscribers nor the sink see these articles. */
    void fillState(int articles) {
        stopService(services.sink());
        try (StateFiller filler = new StateFiller(settings, topics)) {
            filler.fillState(
                    SyntheticTexts.ofSamples(benchStack.samples(), SyntheticArticles.ARTICLE, articles),
                    articles,
                    Instant.now());
        }
        awaitProgress(
                "the deduplication stage",
                new GroupProgress(
                        admin,
                        topics.idPrefix() + DEDUP,
                        Set.of(topics.analysed().name())));
        deleteRecords(topics.enriched());
        deleteRecords(topics.relations());
        stack.startServices(List.of(services.sink()));
    }

    /** Puts the topology that only copies in the place of the pipeline, and lets it copy all there is. */
    void startPassThrough() {
        stopService(services.sink());
        stopService(services.streams());
        admin.ensureTopics(PassThroughTopology.outputTopic(topics));
        stack.startServices(List.of(services.passThrough()));
        awaitProgress("the topology that only copies", passThroughProgress());
    }

    /** Publishes a folder once more, under another name, and waits until it is copied. */
    Throughput passThrough(String name) {
        String source = name + "-copied";
        List<String> ids = Objects.requireNonNull(written.get(name)).names().stream()
                .map(file -> OutcomeCounts.articleId(source, file))
                .toList();
        try (OutcomeWatch watch = OutcomeWatch.ofPublished(settings, PassThroughTopology.outputTopic(topics))) {
            TopicSizes sizes = TopicSizes.ofBroker(admin);
            CpuMeter meter = meter();
            CpuMeter.Reading before = meter.takeReading();
            publisher.beginPublish(source, folder(name));
            OutcomeCounts outcomeCounts = watch.awaitCount(ids.size());
            CpuMeter.Usage usage = meter.usedSince(before);
            publisher.awaitPublished();
            checkComplaints(outcomeCounts.findComplaints(ids));
            Duration copied = Duration.ofNanos(outcomeCounts.lastNanos() - before.nanos());
            return new Throughput(
                    ids.size(),
                    0,
                    0,
                    copied,
                    copied,
                    usage,
                    TopicSizes.ofBroker(admin).gainedPer(ids.size(), sizes));
        }
    }

    private Path folder(String name) {
        return benchStack.folder().dataOf("published").resolve(name);
    }

    private CpuMeter meter() {
        return CpuMeter.ofProcesses(stack.processes()).withProcess(PublisherProcess.NAME, publisher.handle());
    }

    /** The stories of an article come after the article, and what is left of them would be work for the next phase. */
    private void awaitStored() {
        awaitProgress(
                "the story stage",
                new GroupProgress(
                        admin,
                        topics.idPrefix() + STORIES,
                        Set.of(topics.storyFeatures().name())));
        Set<String> read = Set.of(topics.enriched().name(), topics.relations().name());
        awaitProgress(
                "the sink", new GroupProgress(admin, SinkSettings.of(settings).group(topics), read));
    }

    private GroupProgress passThroughProgress() {
        return new GroupProgress(
                admin, PassThroughTopology.group(topics), Set.of(topics.raw().name()));
    }

    private static void awaitProgress(String who, GroupProgress progress) {
        if (!progress.awaitCaughtUp(PATIENCE)) {
            throw new BenchException(who + " does not catch up");
        }
    }

    private void stopService(Service service) {
        stack.processes().stream()
                .filter(process -> process.name().equals(service.name()))
                .forEach(LocalProcess::stop);
    }

    private void deleteRecords(Topic topic) {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int partition = 0; partition < admin.partitionCount(topic).orElse(0); partition++) {
            all.put(new TopicPartition(topic.name(), partition), ALL);
        }
        admin.awaitAnswer(admin.adminClient().deleteRecords(all).all());
    }

    private static void checkComplaints(List<String> complaints) {
        if (!complaints.isEmpty()) {
            throw new BenchException("not every article ended once: " + String.join("; ", complaints));
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
