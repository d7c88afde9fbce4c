package dev.tidings.streams.topology.dedup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.Evidence;
import dev.tidings.streams.dedup.change.ChangeKind;
import dev.tidings.streams.dedup.change.TextChange;
import dev.tidings.streams.dedup.match.Decision;
import dev.tidings.streams.dedup.match.Deduplicator;
import dev.tidings.streams.dedup.match.MatchedArticle;
import dev.tidings.streams.dedup.match.Similarity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Makes the Kafka headers of a published article: language, verdict, cluster, evidence and source position. */
final class DecisionHeaders {

    private static final int MAX_FACTS = 16;

    private DecisionHeaders() {}

    static Headers of(DecidedArticle decided) {
        Analysed article = decided.article().analysed();
        Decision decision = decided.decision();
        Headers headers = new RecordHeaders();
        addHeader(headers, EventHeaders.LANG, primaryLanguage(article.getLanguage()));
        addHeader(headers, EventHeaders.SCRIPT, article.getScript());
        addHeader(headers, EventHeaders.VERDICT, decision.verdict().name());
        addHeader(headers, EventHeaders.CLUSTER, decision.cluster().toString());
        addHeader(headers, EventHeaders.DECISION, String.valueOf(decision.ordinal()));
        addHeader(headers, EventHeaders.EVIDENCE, evidenceJson(decision).toHeader());
        if (!decision.change().isNothing()) {
            addHeader(headers, EventHeaders.CHANGE, decision.change().publishedCodes());
        }
        addHeader(headers, EventHeaders.SOURCE, article.getSource());
        addHeader(headers, EventHeaders.SOURCE_TOPIC, article.getSourceTopic());
        addHeader(headers, EventHeaders.SOURCE_PARTITION, String.valueOf(article.getSourcePartition()));
        addHeader(headers, EventHeaders.SOURCE_OFFSET, String.valueOf(article.getSourceOffset()));
        if (!decision.flags().isEmpty()) {
            addHeader(headers, EventHeaders.FLAGS, String.join(",", decision.flags()));
        }
        return headers;
    }

    static Evidence evidenceJson(Decision decision) {
        Optional<MatchedArticle> matchedArticle = decision.matchedArticle();
        return new Evidence(
                matchedArticle.map(found -> found.articleId().toString()).orElse(null),
                matchedArticle.map(MatchedArticle::revision).orElse(null),
                formattedScore(matchedArticle, Similarity::jaccard),
                formattedScore(matchedArticle, Similarity::containment),
                decision.rule().publishedCode(),
                Deduplicator.ALGORITHM,
                decision.change().isMeasured() ? roundedScore(decision.change().newShare()) : null,
                ifChanged(decision.change(), ChangeKind.NUMBERS, TextChange::numbersBefore),
                ifChanged(decision.change(), ChangeKind.NUMBERS, TextChange::numbersAfter),
                ifChanged(decision.change(), ChangeKind.NAMES, TextChange::namesBefore),
                ifChanged(decision.change(), ChangeKind.NAMES, TextChange::namesAfter));
    }

    /** The first of them, since a header stays short. */
    private static @Nullable List<String> ifChanged(
            TextChange change, ChangeKind kind, Function<TextChange, List<String>> facts) {
        return change.kinds().contains(kind)
                ? facts.apply(change).stream().limit(MAX_FACTS).toList()
                : null;
    }

    /** Four digits say all that a sketch can know. */
    private static @Nullable Double formattedScore(
            Optional<MatchedArticle> matchedArticle, ToDoubleFunction<Similarity> figure) {
        return matchedArticle
                .flatMap(MatchedArticle::similarity)
                .map(similarity -> roundedScore(figure.applyAsDouble(similarity)))
                .orElse(null);
    }

    private static double roundedScore(double score) {
        return Math.rint(score * 10_000) / 10_000;
    }

    private static String primaryLanguage(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private static void addHeader(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
