package dev.tidings.app.cli.why;

import dev.tidings.consumer.store.StoredArticle;
import dev.tidings.schemas.ArticleRelation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The verdict on one revision of an article.
 *
 * @param revision the revision
 * @param verdict NEW or the kind of relation
 * @param suppressed whether it was withheld from the published articles
 * @param decision ordinal of the decision
 * @param cluster id of the first member of its cluster of copies
 * @param flags what was unusual
 * @param evidence what it rests on; empty when the record carried none
 */
public record RevisionVerdict(
        long revision,
        String verdict,
        boolean suppressed,
        long decision,
        String cluster,
        List<String> flags,
        Optional<Compared> evidence) {

    static RevisionVerdict verdictOf(StoredArticle article, Function<String, Optional<String>> uris) {
        return new RevisionVerdict(
                article.event().getRevision(),
                article.verdict().name(),
                false,
                article.verdict().decision(),
                article.verdict().cluster(),
                article.verdict().flags(),
                article.verdict().evidence().map(evidence -> Compared.comparedWith(evidence, uris)));
    }

    static RevisionVerdict verdictOf(ArticleRelation relation, Function<String, Optional<String>> uris) {
        return new RevisionVerdict(
                relation.getRevision(),
                relation.getKind().name(),
                relation.getSuppressed(),
                relation.getDecision(),
                relation.getClusterId(),
                relation.getFlags(),
                Optional.of(Compared.comparedWith(relation, uris)));
    }
}
