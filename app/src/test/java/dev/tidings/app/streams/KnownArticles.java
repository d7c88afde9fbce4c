package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static dev.tidings.app.streams.StreamsRun.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three articles that are known, and what is asked for when their memory was damaged, deleted or made anew. */
final class KnownArticles implements AutoCloseable {

    static final int COUNT = 3;

    private static final int WORDS = 80;

    private final StreamsRun run;
    private final Topics topics;
    private final TopicAdmin admin;

    private KnownArticles(StreamsRun run) {
        this.run = run;
        this.topics = run.topics();
        this.admin = new TopicAdmin(run.settings());
    }

    /** Publishes them, and waits until all stages know them and have ended. */
    static KnownArticles publish(StreamsRun run) throws Exception {
        try (StreamsApplication application = run.started()) {
            assertThat(application.failureMessage()).isEmpty();
            for (int article = 0; article < COUNT; article++) {
                run.publish("test/" + article + ".txt", text(article));
            }
            run.awaitRecords(run.topics().enriched(), COUNT);
            run.awaitRecords(run.topics().stories(), COUNT);
        }
        return new KnownArticles(run);
    }

    TopicAdmin admin() {
        return admin;
    }

    void assertThatACopyIsKnown() throws Exception {
        try (StreamsApplication application = run.started()) {
            run.publish("test/copy.txt", text(1));
            run.publish("test/new.txt", text(9));
            await().until(() -> !copies().isEmpty());
            run.awaitRecords(topics.enriched(), COUNT + 1);
            run.awaitRecords(topics.stories(), COUNT + 1);
            assertThat(application.failureMessage()).isEmpty();
        }
        assertThatTheCopyIsExact();
        assertThat(run.records(topics.enriched())).hasSize(COUNT + 1);
    }

    void assertThatTheCopyIsExact() {
        assertThat(copies()).singleElement().satisfies(relation -> {
            assertThat(relation.getKind()).isEqualTo(RelationKind.EXACT);
            assertThat(relation.getUri()).isEqualTo("test/copy.txt");
        });
    }

    /** Returns the ordinals of all decisions that were written. */
    List<Long> decisions() {
        return Stream.concat(
                        run.records(topics.enriched()).stream()
                                .map(record -> Long.valueOf(header(record, EventHeaders.DECISION))),
                        copies().stream().map(ArticleRelation::getDecision))
                .toList();
    }

    /** Returns the relations of what was withheld as a copy. */
    List<ArticleRelation> copies() {
        return run.read(topics.relations(), ArticleRelation.class).stream()
                .filter(ArticleRelation::getSuppressed)
                .toList();
    }

    /** Returns an article that has nothing in common with those of other numbers. */
    static byte[] text(int article) {
        return new Random(article)
                .ints(WORDS, 'a', 'z')
                .mapToObj(first -> (char) first + "w" + Integer.toString(first * 7919 + article * 104_729, 36))
                .collect(Collectors.joining(" "))
                .getBytes(UTF_8);
    }

    @Override
    public void close() {
        admin.close();
    }
}
