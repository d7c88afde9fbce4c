package dev.tidings.bench.language;

import com.carrotsearch.labs.langid.LangIdV3;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import dev.tidings.text.language.LanguageIdentifier;
import dev.tidings.text.language.LanguageTags;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** A language identifier, set up as its own documentation advises. */
public enum Library {
    /** The identifier of this project. */
    TIDINGS {
        @Override
        Detector load() {
            LanguageIdentifier identifier = LanguageIdentifier.loadModel();
            return text -> code(identifier.identify(text).tag());
        }
    },
    /** Port of langid.py. */
    LANGID_JAVA {
        @Override
        Detector load() {
            LangIdV3 identifier = new LangIdV3();
            return text -> code(identifier.classify(text, false).getLangCode());
        }
    },
    /** Optimaize, the detector inside Apache Tika. */
    OPTIMAIZE {
        @Override
        Detector load() {
            try {
                LanguageDetector detector = com.optimaize.langdetect.LanguageDetectorBuilder.create(
                                NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                        .build();
                return text -> code(
                        detector.detect(text).transform(LdLocale::getLanguage).or("und"));
            } catch (IOException e) {
                throw new UncheckedIOException("Optimaize does not load", e);
            }
        }
    },
    /** Apache OpenNLP with its model of 103 languages. */
    OPENNLP {
        @Override
        Detector load() {
            try (InputStream in = Library.class.getResourceAsStream("/langdetect-183.bin")) {
                LanguageDetectorME detector = new LanguageDetectorME(new LanguageDetectorModel(in));
                return text -> code(detector.predictLanguage(text).getLang());
            } catch (IOException e) {
                throw new UncheckedIOException("OpenNLP's model does not load", e);
            }
        }
    },
    /** Lingua at its highest accuracy, all models in memory. */
    LINGUA {
        @Override
        Detector load() {
            com.github.pemistahl.lingua.api.LanguageDetector detector = LanguageDetectorBuilder.fromAllLanguages()
                    .withPreloadedLanguageModels()
                    .build();
            return text -> code(
                    detector.detectLanguageOf(text).getIsoCode639_3().name().toLowerCase(Locale.ROOT));
        }
    };

    /** Answers with an ISO 639-3 code in the macro languages of news practice, {@code und} when unsure. */
    @FunctionalInterface
    public interface Detector {
        /** Returns the code of {@code text}'s language. */
        String detect(String text);
    }

    private static final Map<String, String> MACRO = Map.ofEntries(
            Map.entry("cmn", "zho"),
            Map.entry("pes", "fas"),
            Map.entry("ekk", "est"),
            Map.entry("lvs", "lav"),
            Map.entry("zlm", "msa"),
            Map.entry("plt", "mlg"),
            Map.entry("khk", "mon"),
            Map.entry("npi", "nep"),
            Map.entry("als", "sqi"),
            Map.entry("swh", "swa"),
            Map.entry("kur", "kmr"),
            Map.entry("no", "nob"));

    private static final Map<String, String> CODES = new ConcurrentHashMap<>();

    /** Loads the library with its models; takes seconds for some. */
    abstract Detector load();

    /** Codes by tag, looked up once each, so that only identification is timed. */
    private static String code(String given) {
        return CODES.computeIfAbsent(given, Library::codeOf);
    }

    private static String codeOf(String given) {
        String primary = LanguageTags.primarySubtag(given);
        String meant = MACRO.getOrDefault(primary, primary);
        return LanguageTags.iso639Of(given.startsWith("ku-") ? given : meant).orElse(meant);
    }
}
