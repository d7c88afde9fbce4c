package dev.tidings.streams.topology.dedup;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.dedup.match.Decision;
import dev.tidings.streams.topology.TruncatedText;
import java.util.Optional;

/** Makes the records that the story stage reads: the story features of an article, with its identity and decision. */
final class StoryFeatureRecords {

    /** Longest title and uri, in UTF-16 units: each stands in every state of a story. */
    private static final int MAX_TITLE_CHARS = 300;

    private static final int MAX_URI_CHARS = 1_024;

    private static final EventDefaults<StoryFeatures> DEFAULTS =
            new EventDefaults<>(StoryFeatures.newBuilder().setArticleId("").build(), StoryFeatures::new);

    private StoryFeatureRecords() {}

    /**
     * Returns the record: of a copy, withheld or not, what it is a copy of and where it comes from; empty for an
     * article without features.
     */
    static Optional<StoryFeatures> recordOf(DecidedArticle decided) {
        Analysed article = decided.article().analysed();
        if (decided.decision().verdict().isCopy()) {
            return decided.decision()
                    .matchedArticle()
                    .map(original -> newCopy(
                            article, decided.decision(), original.articleId().toString()));
        }
        return Optional.of(article)
                .filter(analysed -> analysed.getStoryFeatures().hasRemaining())
                .map(analysed -> newRecord(analysed, decided.decision()));
    }

    private static StoryFeatures newCopy(Analysed article, Decision decision, String original) {
        StoryFeatures copy = newRecordOfAny(article, decision);
        copy.setCopyOf(original);
        return copy;
    }

    private static StoryFeatures newRecord(Analysed article, Decision decision) {
        StoryFeatures features = newRecordOfAny(article, decision);
        features.setUri(TruncatedText.truncateTo(MAX_URI_CHARS, article.getUri()));
        features.setLanguage(article.getLanguage());
        features.setScript(article.getScript());
        features.setTitle(
                TruncatedText.truncateTo(MAX_TITLE_CHARS, article.getTitle()).orElse(null));
        features.setFeatures(article.getStoryFeatures());
        return features;
    }

    private static StoryFeatures newRecordOfAny(Analysed article, Decision decision) {
        StoryFeatures features = DEFAULTS.newEvent();
        features.setArticleId(article.getArticleId());
        features.setRevision(article.getRevision());
        features.setSource(article.getSource());
        features.setClusterId(decision.cluster().toString());
        features.setSourceTopic(article.getSourceTopic());
        features.setSourcePartition(article.getSourcePartition());
        features.setSourceOffset(article.getSourceOffset());
        features.setSourceTimestamp(article.getSourceTimestamp());
        features.setDecision(decision.ordinal());
        features.setLate(decision.late());
        return features;
    }
}
