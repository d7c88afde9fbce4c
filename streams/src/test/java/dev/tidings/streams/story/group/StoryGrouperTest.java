package dev.tidings.streams.story.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.date.DateFinder;
import dev.tidings.streams.enrich.keyword.Prose;
import dev.tidings.streams.enrich.name.NameFinder;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.FeatureCodec;
import dev.tidings.streams.story.feature.StoryFeatureBuilder;
import dev.tidings.streams.story.feature.StoryTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryGrouperTest {

    private static final Path SEEDS = Path.of("..", "seeds");
    private static final long NOW = 1_700_000_000_000L;

    private final InMemoryStoryIndex index = new InMemoryStoryIndex();
    private final StoryGrouper grouper = new StoryGrouper(index);

    @Test
    void sameEventInTwoLanguagesIsOneStoryAndAnotherEventIsNot() throws IOException {
        assertThat(grouper.addArticle("a", NOW, seed("000_7862ad32163287db.txt", "ckb", "Arab"))
                        .isFirst())
                .isTrue();
        assertThat(grouper.addArticle("b", NOW, seed("001_0ad0bd1f11616762.txt", "ckb", "Arab"))
                        .story()
                        .id())
                .isEqualTo("b");
        StoryDecision third = grouper.addArticle("c", NOW, seed("002_5f853b347646af86.txt", "en", "Latn"));
        assertThat(third.story().members()).containsExactly("a", "c");
        assertThat(third.nearest()).contains("a");
        assertThat(third.reasons()).anySatisfy(reason -> {
            assertThat(reason.kind()).isEqualTo(StoryTerm.Kind.DAY);
            assertThat(reason.value()).isEqualTo("2021-09-29");
            assertThat(reason.weight()).isPositive();
        });
        assertThat(grouper.addArticle("d", NOW, seed("003_6c18de837fb1579b.txt", "en", "Latn"))
                        .story()
                        .members())
                .containsExactly("a", "c", "d");
    }

    @Test
    void theOrderOfArticlesDoesNotChangeWhoIsTogether() throws IOException {
        grouper.addArticle("d", NOW, seed("003_6c18de837fb1579b.txt", "en", "Latn"));
        grouper.addArticle("b", NOW, seed("001_0ad0bd1f11616762.txt", "ckb", "Arab"));
        grouper.addArticle("a", NOW, seed("000_7862ad32163287db.txt", "ckb", "Arab"));
        grouper.addArticle("c", NOW, seed("002_5f853b347646af86.txt", "en", "Latn"));
        assertThat(index.findStory("d").orElseThrow().members()).containsExactlyInAnyOrder("a", "c", "d");
        assertThat(index.findStory("b").orElseThrow().members()).containsExactly("b");
    }

    @Test
    void aRevisionStaysInItsStory() throws IOException {
        EventFeatures features = seed("002_5f853b347646af86.txt", "en", "Latn");
        grouper.addArticle("c", NOW, features);
        StoryDecision again = grouper.addArticle("c", NOW + 1, features);
        assertThat(again.story().members()).containsExactly("c");
        assertThat(again.reasons()).isEmpty();
    }

    @Test
    void aStoryWaitsSevenDaysAndNoLonger() throws IOException {
        EventFeatures features = seed("002_5f853b347646af86.txt", "en", "Latn");
        grouper.addArticle("c", NOW, features);
        long later = NOW + Duration.ofDays(8).toMillis();
        assertThat(grouper.addArticle("e", later, features).isFirst()).isTrue();
        for (int again = 0; again < 8; again++) {
            grouper.addArticle("e", later, features);
        }
        assertThat(index.articleCount()).isEqualTo(1);
        assertThat(index.findStory("c")).isEmpty();
    }

    @Test
    void shortTextsAreNotJoinedByNamesAlone() {
        grouper.addArticle("x", NOW, features("Macron met Scholz.", "en", "Latn"));
        assertThat(grouper.addArticle("y", NOW, features("Scholz met Macron.", "en", "Latn"))
                        .isFirst())
                .isTrue();
    }

    @Test
    void textWithoutAnyTermIsAStoryOfItsOwn() {
        assertThat(grouper.addArticle("x", NOW, features("", "und", "Zyyy")).isFirst())
                .isTrue();
        assertThat(grouper.addArticle("y", NOW, features("", "und", "Zyyy")).isFirst())
                .isTrue();
    }

    @Test
    void featuresSurviveTheirBytes() throws IOException {
        for (EventFeatures features :
                List.of(seed("000_7862ad32163287db.txt", "ckb", "Arab"), features("", "und", "Zyyy"))) {
            assertThat(FeatureCodec.fromBytes(FeatureCodec.toBytes(features))).isEqualTo(features);
        }
    }

    private static EventFeatures seed(String name, String language, String script) throws IOException {
        return features(Files.readString(SEEDS.resolve(name)), language, script);
    }

    private static EventFeatures features(String text, String language, String script) {
        Tokens tokens = Tokens.of(text);
        return StoryFeatureBuilder.buildFeatures(
                tokens,
                language,
                script,
                NameFinder.findNames(tokens, language),
                DateFinder.findDates(tokens, language, Optional.empty()),
                Prose.of(tokens, language)::isStopWord);
    }
}
