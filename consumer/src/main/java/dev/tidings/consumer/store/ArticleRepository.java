package dev.tidings.consumer.store;

import dev.tidings.schemas.ArticleRelation;
import java.util.List;
import java.util.Optional;

/** The articles of a store, their verdicts and what they are to each other. */
public interface ArticleRepository {

    /** Returns the current revisions that meet a query, in order of their decisions; published articles only. */
    List<StoredArticle> listArticles(ArticleQuery query);

    /**
     * Returns the suppressed copies that meet a query, in order of their decisions; its text is looked for in titles.
     */
    List<ArticleRelation> listCopies(ArticleQuery query);

    /**
     * Returns all that is known of one article; empty when the store does not know it.
     *
     * @param idOrUri id or uri of the article
     */
    Optional<ArticleHistory> findHistory(String idOrUri);

    /** Returns the uri of an article id; empty when the store does not know the article. */
    Optional<String> findUri(String id);

    /** Returns how much the store holds. */
    StoreCounts countAll();
}
