package dev.tidings.streams.topology.dedup;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.Evidence;
import dev.tidings.schemas.Passage;
import dev.tidings.schemas.RelationKind;
import dev.tidings.streams.dedup.change.ChangeKind;
import dev.tidings.streams.dedup.change.TextChange;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.match.Decision;
import dev.tidings.streams.dedup.match.MatchedArticle;
import dev.tidings.streams.dedup.match.Verdict;
import dev.tidings.streams.topology.TruncatedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the relation between an article and the earlier article that deduplication matched it with. */
final class ArticleRelations {

    /** Longest title, address or name in a relation, in UTF-16 units: its topic takes no large records. */
    private static final int MAX_TEXT_CHARS = 8_192;

    /** Most sentences in a relation. */
    private static final int MAX_SENTENCES = 32;

    private ArticleRelations() {}

    /** Returns the relation; empty for a new article. */
    static Optional<ArticleRelation> relationOf(DecidedArticle decided) {
        return kindOf(decided.decision().verdict())
                .flatMap(kind -> decided.decision()
                        .matchedArticle()
                        .map(matchedArticle -> newRelation(decided, matchedArticle, kind)));
    }

    private static Optional<RelationKind> kindOf(Verdict verdict) {
        return switch (verdict) {
            case NEW -> Optional.empty();
            case REVISION -> Optional.of(RelationKind.REVISION);
            case EXACT -> Optional.of(RelationKind.EXACT);
            case NEAR -> Optional.of(RelationKind.NEAR);
            case CONTAINED -> Optional.of(RelationKind.CONTAINED);
            case UPDATED -> Optional.of(RelationKind.UPDATED);
            case EXPANSION -> Optional.of(RelationKind.EXPANSION);
            case REWRITTEN -> Optional.of(RelationKind.REWRITTEN);
            case RELATED_TEXT -> Optional.of(RelationKind.RELATED_TEXT);
        };
    }

    private static ArticleRelation newRelation(
            DecidedArticle decided, MatchedArticle matchedArticle, RelationKind kind) {
        Decision decision = decided.decision();
        Evidence evidence = DecisionHeaders.evidenceJson(decision);
        ArticleRelation relation = ArticleRelation.newBuilder()
                .setArticleId(decided.article().analysed().getArticleId())
                .setRevision(decided.article().analysed().getRevision())
                .setRelatedId(matchedArticle.articleId().toString())
                .setRelatedRevision(matchedArticle.revision())
                .setRelatedPartition(matchedArticle
                        .sourcePosition()
                        .map(SourcePosition::partition)
                        .orElse(-1))
                .setRelatedOffset(matchedArticle
                        .sourcePosition()
                        .map(SourcePosition::offset)
                        .orElse(-1L))
                .setKind(kind)
                .setSuppressed(decided.withheld())
                .setJaccard(evidence.jaccard())
                .setContainment(evidence.containment())
                .setRule(evidence.rule())
                .setAlgorithm(evidence.algorithm())
                .setClusterId(decision.cluster().toString())
                .setDecision(decision.ordinal())
                .setNumbersChanged(decision.numbersChanged())
                .setLate(decision.late())
                .build();
        describeChange(relation, decision.change(), evidence);
        describeCopy(relation, decided.article().analysed());
        relation.setFlags(flagsOf(decided));
        return relation;
    }

    private static void describeChange(ArticleRelation relation, TextChange change, Evidence evidence) {
        relation.setChange(
                change.kinds().stream().map(ChangeKind::publishedCode).toList());
        relation.setNewShare(evidence.newShare());
        relation.setNewSentences(change.newSentences().stream()
                .limit(MAX_SENTENCES)
                .map(sentence -> new Passage((long) sentence.start(), (long) sentence.end()))
                .toList());
        relation.setNumbersBefore(orNone(evidence.numbersBefore()));
        relation.setNumbersAfter(orNone(evidence.numbersAfter()));
        relation.setNamesBefore(orNone(evidence.namesBefore()));
        relation.setNamesAfter(orNone(evidence.namesAfter()));
    }

    private static List<String> orNone(@Nullable List<String> facts) {
        return facts == null ? List.of() : facts;
    }

    /** For a suppressed copy the relation is all that remains of it, so it also says what the copy was. */
    private static void describeCopy(ArticleRelation relation, Analysed article) {
        relation.setUri(truncated(article.getUri()));
        relation.setSource(truncated(article.getSource()));
        relation.setContentSha256(article.getContentSha256());
        relation.setUrl(cutIfAny(article.getUrl()));
        relation.setTitle(cutIfAny(article.getTitle()));
        relation.setLanguage(article.getLanguage());
        relation.setScript(article.getScript());
        relation.setSourceTopic(article.getSourceTopic());
        relation.setSourcePartition(article.getSourcePartition());
        relation.setSourceOffset(article.getSourceOffset());
        relation.setSourceTimestamp(article.getSourceTimestamp());
    }

    private static List<String> flagsOf(DecidedArticle decided) {
        List<String> flags = new ArrayList<>(decided.article().analysed().getFlags());
        decided.decision().flags().stream()
                .filter(flag -> !flags.contains(flag))
                .forEach(flags::add);
        return flags;
    }

    private static @Nullable String cutIfAny(Optional<String> text) {
        return TruncatedText.truncateTo(MAX_TEXT_CHARS, text).orElse(null);
    }

    private static String truncated(String text) {
        return TruncatedText.truncateTo(MAX_TEXT_CHARS, text);
    }
}
