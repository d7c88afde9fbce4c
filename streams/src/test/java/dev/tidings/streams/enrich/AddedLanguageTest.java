package dev.tidings.streams.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.date.DateFinder;
import dev.tidings.streams.enrich.date.FoundDate;
import dev.tidings.streams.enrich.name.NameFinder;
import dev.tidings.streams.enrich.name.lexicon.CapitalNouns;
import dev.tidings.streams.enrich.summary.ReadingTime;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractors;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.StoryFeatureBuilder;
import dev.tidings.text.language.Identification;
import dev.tidings.text.language.LanguageCandidate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hawaiian has a folder among the test resources and stands nowhere else: what it gains, it gains without Java. */
class AddedLanguageTest {

    private static final String HAWAIIAN = "haw";

    @Test
    void monthsAndRelativeDaysAreFound() {
        assertThat(days("Ua hiki mai i 12 kepakemapa 2021.")).containsExactly(LocalDate.of(2021, 9, 12));
        assertThat(days("Ua hiki mai inehinei.")).containsExactly(LocalDate.of(2021, 9, 29));
        assertThat(days("Ua hiki mai i 5/5/1400."))
                .as("a year of another era is of the language's calendar")
                .containsExactly(LocalDate.of(2021, 7, 27));
    }

    @Test
    void titlesShowNamesAndSuffixesGoOffKnownOnes() {
        assertThat(names("Ua olelo ke Kiaaina Keoni Kealoha i ka poe.")).contains("Keoni Kealoha");
        assertThat(names("Ua hele lakou i Franceloa i keia la.")).contains("France");
        assertThat(NameFinder.isBesideNames("kuhina")).isTrue();
    }

    @Test
    void numbersAreMultipliedForStories() {
        TextAnnotations textAnnotations =
                new TextAnnotations(extraction("He 3 miliona poe kanaka ma laila."), HAWAIIAN);
        EventFeatures features = StoryFeatureBuilder.buildFeatures(
                textAnnotations.tokens(),
                HAWAIIAN,
                "Latn",
                textAnnotations.names(),
                textAnnotations.dates(),
                token -> false);
        assertThat(features.numbers()).containsExactly(3_000_000.0);
    }

    @Test
    void wordsWithoutContentAreNoKeywords() {
        String text = "Aole nui ka wai ma ka aina. Aole nui ka wai ma ka moku. Aole loa ka wai ma ka mokupuni.";
        EnricherInput enricherInput = new EnricherInput(
                extraction(text),
                text,
                new Identification(List.of(new LanguageCandidate(HAWAIIAN, "Latn", 1))),
                List.of());
        List<String> keywords = ((Annotation.Keywords) new KeywordEnricher().enrich(enricherInput))
                .scoredKeywords().stream()
                        .map(scoredKeyword -> scoredKeyword.term().toLowerCase(Locale.ROOT))
                        .toList();
        assertThat(keywords).isNotEmpty().noneMatch(keyword -> keyword.contains("aole") || keyword.contains("nui"));
    }

    @Test
    void itsHabitsAreKnown() {
        assertThat(CapitalNouns.areIn(HAWAIIAN)).isTrue();
        assertThat(ReadingTime.estimateReadingTime(100, HAWAIIAN)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void linesThatAreNotTheArticleAreMarked() {
        Extraction extraction = extraction("La hoopuka: 12/9/2021\n\nKa moolelo\n\n"
                + "He moolelo loihi keia. ".repeat(9) + "\n\nHoomau i ka heluhelu");
        assertThat(extraction.textBlocks())
                .extracting(TextBlock::role)
                .startsWith(TextBlockRole.METADATA)
                .endsWith(TextBlockRole.BOILERPLATE);
    }

    private static List<LocalDate> days(String text) {
        return DateFinder.findDates(Tokens.of(text), HAWAIIAN, Optional.of(LocalDate.of(2021, 9, 30)))
                .mentions()
                .stream()
                .map(FoundDate::day)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> names(String text) {
        return NameFinder.findNames(Tokens.of(text), HAWAIIAN)
                .allEntities()
                .map(entity -> entity.label().orElse(entity.name()))
                .toList();
    }

    private static Extraction extraction(String text) {
        return new Extractors(List.of())
                .forMediaType("text/plain")
                .extractArticle(new Document(text, Optional.empty()));
    }
}
