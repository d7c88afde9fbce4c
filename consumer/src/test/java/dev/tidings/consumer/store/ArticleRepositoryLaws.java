package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.RELATIONS;
import static dev.tidings.consumer.store.TestEvents.article;
import static dev.tidings.consumer.store.TestEvents.copy;
import static dev.tidings.consumer.store.TestEvents.decoder;
import static dev.tidings.consumer.store.TestEvents.id;
import static dev.tidings.consumer.store.TestEvents.news;
import static dev.tidings.consumer.store.TestEvents.record;
import static dev.tidings.consumer.store.TestEvents.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.RelationKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four real articles, the third of them revised, and two exact copies that were suppressed. */
public abstract class ArticleRepositoryLaws extends StoreLaws {
    private static final Instant LATER = Instant.parse("2026-01-02T05:00:00Z");

    private StoreReader reader;
    private ArticleRepository store;

    @BeforeEach
    void fill() {
        List<SinkRecord> articles = new ArrayList<>(news(0, 4));
        articles.add(decoder()
                .decodeRecord(record(6, article(2, 2).setSourceTimestamp(LATER).build(), "REVISION")));
        List<SinkRecord> relations = List.of(
                relation(0, copy(4, 0).build()),
                relation(1, copy(5, 1).setSourceTimestamp(LATER).build()),
                relation(
                        2,
                        copy(2, 2)
                                .setRevision(2)
                                .setSourceOffset(22)
                                .setKind(RelationKind.REVISION)
                                .setSuppressed(false)
                                .setDecision(6)
                                .build()));
        try (StoreWriter sink = openWriter()) {
            sink.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, articles, 7);
            sink.writeBatch(RELATIONS, StoreWriter.NOTHING_STORED, relations, 3);
        }
        reader = openReader();
        store = reader.articles();
    }

    private static SinkRecord relation(long offset, ArticleRelation relation) {
        return decoder().decodeRecord(record(offset, relation));
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void listsCurrentRevisionsInOrderOfDecision() {
        assertThat(uris(ArticleQuery.newest(10))).containsExactly(uri(0), uri(1), uri(3), uri(2));
    }

    @Test
    void aLimitKeepsTheNewest() {
        assertThat(uris(ArticleQuery.newest(2))).containsExactly(uri(3), uri(2));
    }

    @Test
    void pagesBackwards() {
        assertThat(uris(new Query().before(3).limit(2).build())).containsExactly(uri(0), uri(1));
    }

    @Test
    void findsByLanguage() {
        assertThat(uris(new Query().language("ckb").build())).containsExactly(uri(0), uri(1));
        assertThat(uris(new Query().language("ku").build())).isEmpty();
    }

    @Test
    void findsBySourceAndVerdict() {
        assertThat(uris(new Query().verdict("REVISION").build())).containsExactly(uri(2));
        assertThat(uris(new Query().source("elsewhere").build())).isEmpty();
    }

    @Test
    void findsWordsInTitleAndBody() {
        assertThat(uris(new Query().text("sochi").build())).isNotEmpty().isSubsetOf(uri(2), uri(3));
        assertThat(uris(new Query().text("کرملین").build())).contains(uri(0));
        assertThat(uris(new Query().text("100%_").build())).isEmpty();
    }

    @Test
    void findsWhatCameSinceATime() {
        assertThat(uris(new Query().since(LATER).build())).containsExactly(uri(2));
        assertThat(uris(new Query().since(LATER.plusMillis(1)).build())).isEmpty();
        assertThat(store.listCopies(new Query().since(LATER).build()))
                .extracting(ArticleRelation::getUri)
                .containsExactly(uri(5));
    }

    @Test
    void listsSuppressedCopiesApart() {
        assertThat(store.listCopies(ArticleQuery.newest(10)))
                .extracting(ArticleRelation::getUri)
                .containsExactly(uri(4), uri(5));
        assertThat(store.listCopies(new Query().verdict("NEAR").build())).isEmpty();
    }

    @Test
    void anArticleKnowsItsRevisionsAndWhoCopiedIt() {
        ArticleHistory history = store.findHistory(id(0)).orElseThrow();

        assertThat(history.revisions()).hasSize(1);
        assertThat(history.matched()).isEmpty();
        assertThat(history.matchedBy()).extracting(ArticleRelation::getUri).containsExactly(uri(4));
    }

    @Test
    void anArticleIsNotACopyOfItsOwnRevision() {
        ArticleHistory history = store.findHistory(uri(2)).orElseThrow();

        assertThat(history.revisions()).extracting(StoredArticle::current).containsExactly(false, true);
        assertThat(history.matched()).extracting(ArticleRelation::getKind).containsExactly(RelationKind.REVISION);
        assertThat(history.matchedBy()).isEmpty();
    }

    @Test
    void aSuppressedCopyIsFoundByIdAndByUri() {
        assertThat(store.findHistory(id(4))).isEqualTo(store.findHistory(uri(4)));
        ArticleHistory history = store.findHistory(uri(4)).orElseThrow();

        assertThat(history.revisions()).isEmpty();
        assertThat(history.matched()).singleElement().satisfies(relation -> {
            assertThat(relation.getRelatedId()).isEqualTo(id(0));
            assertThat(relation.getRule()).isEqualTo("exact_fingerprint");
        });
    }

    @Test
    void anUnknownArticleIsAbsent() {
        assertThat(store.findHistory("seeds/none.txt")).isEmpty();
    }

    @Test
    void countsWhatItHolds() {
        StoreCounts counts = store.countAll();

        assertThat(counts.articles()).isEqualTo(4);
        assertThat(counts.revisions()).isEqualTo(5);
        assertThat(counts.relations()).isEqualTo(3);
        assertThat(counts.suppressed()).isEqualTo(2);
        assertThat(counts.byLanguage()).containsOnly(Map.entry("ckb", 2L), Map.entry("en", 2L));
        assertThat(counts.byVerdict()).containsOnly(Map.entry("NEW", 4L), Map.entry("REVISION", 1L));
    }

    @Test
    void aLimitIsAtLeastOne() {
        assertThatThrownBy(() -> ArticleQuery.newest(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> uris(ArticleQuery query) {
        return store.listArticles(query).stream()
                .map(article -> article.event().getUri())
                .toList();
    }

    /** A query with only what a test is about. */
    private static final class Query {
        private Optional<String> language = Optional.empty();
        private Optional<String> source = Optional.empty();
        private Optional<String> verdict = Optional.empty();
        private Optional<String> text = Optional.empty();
        private Optional<Instant> since = Optional.empty();
        private OptionalLong before = OptionalLong.empty();
        private int limit = 10;

        Query language(String tag) {
            language = Optional.of(tag);
            return this;
        }

        Query source(String name) {
            source = Optional.of(name);
            return this;
        }

        Query verdict(String name) {
            verdict = Optional.of(name);
            return this;
        }

        Query text(String words) {
            text = Optional.of(words);
            return this;
        }

        Query since(Instant time) {
            since = Optional.of(time);
            return this;
        }

        Query before(long decision) {
            before = OptionalLong.of(decision);
            return this;
        }

        Query limit(int most) {
            limit = most;
            return this;
        }

        ArticleQuery build() {
            return new ArticleQuery(language, source, verdict, text, since, before, limit);
        }
    }
}
