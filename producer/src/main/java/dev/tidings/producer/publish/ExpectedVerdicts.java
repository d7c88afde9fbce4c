package dev.tidings.producer.publish;

import dev.tidings.producer.publish.ledger.SpillingMap;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RecordKeys;
import java.util.Optional;
import java.util.UUID;

/** Published articles whose verdicts have not arrived, by article and revision. For one thread. */
final class ExpectedVerdicts implements AutoCloseable {

    private final SpillingMap articles = new SpillingMap();

    void add(ExpectedVerdict article) {
        articles.put(key(RecordKeys.article(article.articleId(), article.revision())), article.toBytes());
    }

    /** Returns what is waited for under a key {@code id#revision}; empty when nothing is. */
    Optional<ExpectedVerdict> of(String version) {
        return articles.get(key(version)).map(ExpectedVerdict::ofBytes);
    }

    void remove(String articleId, long revision) {
        boolean unused = articles.remove(key(RecordKeys.article(articleId, revision)));
    }

    long size() {
        return articles.size();
    }

    private static UUID key(String version) {
        return ArticleId.nameBased(ArticleId.NAMESPACE, version);
    }

    @Override
    public void close() {
        articles.close();
    }
}
