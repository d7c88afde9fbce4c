package dev.tidings.streams.enrich.keyword;

import dev.tidings.streams.enrich.token.KeyCache;
import dev.tidings.streams.enrich.token.Word;
import dev.tidings.streams.enrich.token.WordCache;
import dev.tidings.streams.enrich.token.WordFilter;
import dev.tidings.text.language.LanguageTags;
import dev.tidings.text.orthography.MatchKey;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Stop words of a language, by Lucene's analyzers and the language packs, and stems by Lucene's analyzers; none where
 * there is neither. Safe for any thread.
 */
final class LanguageWords {

    private static final Map<String, Supplier<Analyzer>> ANALYZERS = analyzers();
    private static final LanguageWords NONE = new LanguageWords(Set.of(), null);

    private static final Map<String, LanguageWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final KeyCache<Boolean> stopWords;
    private final @Nullable WordCache<String> stems;

    private LanguageWords(Set<String> stopWords, @Nullable WordCache<String> stems) {
        WordFilter filter = new WordFilter(stopWords.size());
        stopWords.forEach(filter::addKey);
        this.stopWords = new KeyCache<>(stopWords::contains, filter::mayHold, false);
        this.stems = stems;
    }

    /** Returns the words of a language (BCP 47). */
    static LanguageWords forLanguage(String language) {
        String primary = LanguageTags.primarySubtag(language);
        LanguageWords known = BY_LANGUAGE.get(primary);
        if (known != null) {
            return known;
        }
        List<String> words = LanguagePack.of(primary).words(PackFile.STOP_WORDS, "stop");
        Supplier<Analyzer> analyzer = ANALYZERS.get(primary);
        // Tags that nobody knows must not fill the memory.
        return analyzer == null && words.isEmpty()
                ? NONE
                : BY_LANGUAGE.computeIfAbsent(
                        primary, any -> ofAnalyzer(words, analyzer == null ? null : analyzer.get()));
    }

    private static LanguageWords ofAnalyzer(List<String> words, @Nullable Analyzer analyzer) {
        Set<String> stopWords = words.stream().map(MatchKey::of).collect(Collectors.toCollection(HashSet::new));
        if (analyzer == null) {
            return new LanguageWords(stopWords, null);
        }
        for (Object word : stopWords(analyzer)) {
            stopWords.add(MatchKey.of(new String((char[]) word)));
        }
        return new LanguageWords(stopWords, new WordCache<>(phrase -> stemPhrase(analyzer, phrase)));
    }

    /** Lucene's Dutch analyzer alone is no stop word analyzer by type. */
    private static CharArraySet stopWords(Analyzer analyzer) {
        return analyzer instanceof StopwordAnalyzerBase known
                ? known.getStopwordSet()
                : DutchAnalyzer.getDefaultStopSet();
    }

    /** Returns whether a word is one without content. */
    boolean isStopWord(Word word) {
        return stopWords.getOrCompute(word);
    }

    /** Returns the stems of a phrase, with a blank between; the phrase itself where there is no stemmer. */
    String stemPhrase(String phrase) {
        return stems == null ? phrase : stems.getOrCompute(phrase);
    }

    private static String stemPhrase(Analyzer analyzer, String phrase) {
        StringBuilder stems = new StringBuilder();
        try (TokenStream stream = analyzer.tokenStream("", phrase)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.append(stems.isEmpty() ? "" : " ").append(term);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems.toString();
    }

    /** Lucene's own list has 33 words and neither have nor his; Snowball's has them, and lacks will. */
    private static CharArraySet englishStopWords() {
        try (InputStream list = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            CharArraySet words = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), false);
            words.addAll(WordlistLoader.getSnowballWordSet(Objects.requireNonNull(list)));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Supplier<Analyzer>> analyzers() {
        Map<String, Supplier<Analyzer>> analyzers = new HashMap<>();
        analyzers.put("ar", ArabicAnalyzer::new);
        analyzers.put("bg", BulgarianAnalyzer::new);
        analyzers.put("bn", BengaliAnalyzer::new);
        analyzers.put("ca", CatalanAnalyzer::new);
        analyzers.put("ckb", SoraniAnalyzer::new);
        analyzers.put("cs", CzechAnalyzer::new);
        analyzers.put("da", DanishAnalyzer::new);
        analyzers.put("de", GermanAnalyzer::new);
        analyzers.put("el", GreekAnalyzer::new);
        analyzers.put("en", () -> new EnglishAnalyzer(englishStopWords()));
        analyzers.put("es", SpanishAnalyzer::new);
        analyzers.put("fa", PersianAnalyzer::new);
        analyzers.put("fi", FinnishAnalyzer::new);
        analyzers.put("fr", FrenchAnalyzer::new);
        analyzers.put("hi", HindiAnalyzer::new);
        analyzers.put("hu", HungarianAnalyzer::new);
        analyzers.put("hy", ArmenianAnalyzer::new);
        analyzers.put("id", IndonesianAnalyzer::new);
        analyzers.put("it", ItalianAnalyzer::new);
        analyzers.put("lv", LatvianAnalyzer::new);
        analyzers.put("nb", NorwegianAnalyzer::new);
        analyzers.put("nl", DutchAnalyzer::new);
        analyzers.put("nn", NorwegianAnalyzer::new);
        analyzers.put("no", NorwegianAnalyzer::new);
        analyzers.put("pt", PortugueseAnalyzer::new);
        analyzers.put("ro", RomanianAnalyzer::new);
        analyzers.put("ru", RussianAnalyzer::new);
        analyzers.put("sv", SwedishAnalyzer::new);
        analyzers.put("tr", TurkishAnalyzer::new);
        return Map.copyOf(analyzers);
    }
}
