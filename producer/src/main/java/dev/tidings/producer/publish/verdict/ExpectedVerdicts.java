package dev.tidings.producer.publish.verdict;

import dev.tidings.producer.publish.ledger.SpillingMap;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RecordKeys;
import java.util.Optional;
import java.util.UUID;

/** Published articles whose verdicts have not arrived, by article and revision. For one thread. */
public final class ExpectedVerdicts implements AutoCloseable {

    private final SpillingMap articles = new SpillingMap();

    /** Begins to wait for the verdict on an article. */
    public void add(ExpectedVerdict article) {
        articles.put(key(RecordKeys.article(article.articleId(), article.revision())), article.toBytes());
    }

    /** Returns what is waited for under a key {@code id#revision}; empty when nothing is. */
    public Optional<ExpectedVerdict> of(String version) {
        return articles.get(key(version)).map(ExpectedVerdict::ofBytes);
    }

    /** Stops waiting for the verdict on an article. */
    public void remove(String articleId, long revision) {
        boolean unused = articles.remove(key(RecordKeys.article(articleId, revision)));
    }

    /** Returns how many verdicts are waited for. */
    public long size() {
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
