package dev.tidings.app.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.sink.SinkApplication;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.consumer.store.ArticleQuery;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.Stores;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The sink on topics of a test's own, and what its store holds. For one thread. */
final class SinkRun {

    private final Map<String, String> flags;
    private final Topics topics;
    private final Path folder;

    private SinkRun(Map<String, String> flags, Topics topics, Path folder) {
        this.flags = flags;
        this.topics = topics;
        this.folder = folder;
    }

    /** With a store in a folder of the test's own. */
    static SinkRun on(LocalStack stack, Topics topics, Path folder) {
        SinkRun run = new SinkRun(new HashMap<>(LocalStackExtension.flags(stack)), topics, folder);
        run.set("store", "sqlite:" + run.file());
        run.set("sink.name", topics.enriched().name().replaceAll("[^a-z0-9-]", "-"));
        return run;
    }

    /** Sets a setting of every sink that is opened from now on. */
    void set(String key, String value) {
        flags.put(key, value);
    }

    Map<String, String> flags() {
        return flags;
    }

    void runUntilCaughtUp() {
        try (SinkApplication sink = sink("main")) {
            sink.start();
            assertThat(sink.awaitCaughtUp(Patience.LIMIT)).isTrue();
        }
    }

    SinkApplication sink(String instance) {
        flags.put("sink.instance", instance);
        return SinkApplication.open(settings(), topics);
    }

    Settings settings() {
        return Settings.resolveAll(SinkSettings.ALL, SettingSources.of(flags));
    }

    List<DeadLetter> deadLetters() {
        return new Letters(settings(), topics).read();
    }

    long stored() {
        return stored(file());
    }

    static long stored(Path file) {
        if (!file.toFile().exists()) {
            return 0;
        }
        try (StoreReader store = Stores.openReader(new StoreUrl("sqlite", file.toString()))) {
            return store.articles().countAll().revisions();
        } catch (StoreException e) {
            return 0; // the file is there before its tables are
        }
    }

    Set<String> storedIds() {
        try (StoreReader store = store()) {
            return store.articles().listArticles(ArticleQuery.newest(1_000_000)).stream()
                    .map(article -> article.event().getArticleId())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    StoreReader store() {
        return Stores.openReader(SinkSettings.storeUrl(settings()));
    }

    Path file() {
        return folder.resolve("tidings.db");
    }

    static Set<String> ids(long from, long to) {
        return LongStream.range(from, to).mapToObj(DedupOutput::id).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
