package dev.tidings.streams.analyse;

import dev.tidings.text.language.LanguageIdentifier;
import java.util.Locale;

/** Tells the language of title and body. */
final class LanguageStage implements Stage {

    private final LanguageIdentifier identifier;

    LanguageStage(LanguageIdentifier identifier) {
        this.identifier = identifier;
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String algorithm() {
        return identifier.version();
    }

    @Override
    public StageFailure failure() {
        return StageFailure.ENRICH;
    }

    @Override
    public AnalysisState apply(AnalysisState before) {
        String words = before.title().map(title -> title + "\n" + before.body()).orElse(before.body());
        String stated = before.extraction().documentMetadata().language().orElse("");
        return before.withLanguage(identifier.identify(words, stated));
    }

    @Override
    public String describe(AnalysisState after) {
        return String.format(
                Locale.ROOT,
                "%s %s %.3f",
                after.language().tag(),
                after.language().script(),
                after.language().probability());
    }
}
