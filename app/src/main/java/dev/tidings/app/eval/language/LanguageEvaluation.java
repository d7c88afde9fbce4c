package dev.tidings.app.eval.language;

import dev.tidings.text.language.Identification;
import dev.tidings.text.language.LanguageCandidate;
import dev.tidings.text.language.LanguageIdentifier;
import dev.tidings.text.language.LanguageTags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Evaluates the language identifier on labelled rows and measures its speed. */
public final class LanguageEvaluation {
    static final String HEADLINE = "headline";
    static final String ARTICLE = "article";

    private static final int MAX_CONFUSIONS = 20;
    private static final long MEASURED_NANOS = 1_000_000_000L;
    private static final long WARM_UP_NANOS = 300_000_000L;

    private final LanguageIdentifier identifier;
    private final LongSupplier nanoTime;

    /**
     * Prepares an evaluation.
     *
     * @param nanoTime a clock in nanoseconds, {@code System::nanoTime}; it times the speed figures and nothing else
     */
    public LanguageEvaluation(LanguageIdentifier identifier, LongSupplier nanoTime) {
        this.identifier = identifier;
        this.nanoTime = nanoTime;
    }

    /** Identifies every row and reports; takes about 3 s for the speed figures, the rest is quick. */
    public LanguageReport evaluate(List<EvaluationRow> rows) {
        Map<String, AnswerCounts> byLength = new TreeMap<>();
        Map<String, Map<String, AnswerCounts>> bySource = new TreeMap<>();
        AnswerCounts all = new AnswerCounts();
        ReliabilityTable reliability = new ReliabilityTable();
        for (EvaluationRow row : rows) {
            Identification answer = identifier.identify(row.text());
            String code = answer.isUndetermined()
                    ? LanguageCandidate.UNDETERMINED
                    : LanguageTags.iso639Of(answer.tag()).orElse(answer.tag());
            all.addAnswer(row.language(), code);
            countsFor(byLength, row.length()).addAnswer(row.language(), code);
            if (!row.source().isEmpty()) {
                countsFor(bySource.computeIfAbsent(row.source(), source -> new TreeMap<>()), row.length())
                        .addAnswer(row.language(), code);
            }
            if (!answer.isUndetermined()) {
                reliability.addAnswer(answer.probability(), code.equals(row.language()));
            }
        }
        return new LanguageReport(
                identifier.version(),
                countsFor(byLength, HEADLINE).accuracy(),
                countsFor(byLength, ARTICLE).accuracy(),
                perLanguage(byLength),
                perSource(bySource),
                all.confusions().stream().limit(MAX_CONFUSIONS).toList(),
                reliability.tableLines(),
                perSecond(rows, ARTICLE),
                perSecond(rows, HEADLINE));
    }

    private static AnswerCounts countsFor(Map<String, AnswerCounts> answerCountses, String key) {
        return answerCountses.computeIfAbsent(key, name -> new AnswerCounts());
    }

    private static Map<String, Map<String, Double>> perLanguage(Map<String, AnswerCounts> byLength) {
        Map<String, Map<String, Double>> perLanguage = new TreeMap<>();
        byLength.forEach((length, answerCounts) -> answerCounts
                .recalls()
                .forEach((language, recall) -> perLanguage
                        .computeIfAbsent(language, code -> new TreeMap<>())
                        .put(length, recall)));
        return perLanguage;
    }

    private static Map<String, Map<String, Accuracy>> perSource(Map<String, Map<String, AnswerCounts>> bySource) {
        Map<String, Map<String, Accuracy>> perSource = new TreeMap<>();
        bySource.forEach((source, byLength) -> byLength.forEach((length, answerCounts) ->
                perSource.computeIfAbsent(source, name -> new TreeMap<>()).put(length, answerCounts.accuracy())));
        return perSource;
    }

    private double perSecond(List<EvaluationRow> rows, String length) {
        List<String> texts = rows.stream()
                .filter(row -> row.length().equals(length))
                .map(EvaluationRow::text)
                .toList();
        if (texts.isEmpty()) {
            return 0;
        }
        measureRate(texts, WARM_UP_NANOS);
        return measureRate(texts, MEASURED_NANOS);
    }

    /** Identifies the texts round after round until the time is up; returns texts a second. */
    private double measureRate(List<String> texts, long nanos) {
        long start = nanoTime.getAsLong();
        long done = 0;
        long spent = 0;
        while (spent < nanos) {
            texts.forEach(identifier::identify);
            done += texts.size();
            spent = nanoTime.getAsLong() - start;
        }
        return done * 1e9 / spent;
    }
}
