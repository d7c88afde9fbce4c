package dev.tidings.streams.story.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.story.group.Events;
import dev.tidings.text.orthography.PackedSound;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryFeatureBuilderTest {

    @Test
    void peoplesMonthsAndWeekdaysAreEntitiesThatAgreeAcrossLanguagesAndNoNames() {
        EventFeatures english =
                Events.read("On Saturday the Norwegian harbour opened, as planned in September.", "en", "Latn");
        EventFeatures arabic = Events.read("افتتح الميناء النرويجي يوم السبت كما كان مقررا في سبتمبر", "ar", "Arab");
        assertThat(english.entities()).containsExactlyInAnyOrder("NO", "Saturday", "September");
        assertThat(arabic.entities()).containsExactlyInAnyOrderElementsOf(english.entities());
        assertThat(english.names().surfaces()).containsExactly("harbour", "planned");
    }

    @Test
    void aMonthOrWeekdayBelongsToTheDayItIsWrittenWith() {
        EventFeatures features = Events.read("The dam broke on Monday, 12 March 2018.", "en", "Latn");
        assertThat(features.entities()).isEmpty();
        assertThat(features.days()).hasSize(1);
    }

    @Test
    void smallWordsOfALanguageThatWritesPeoplesAndMonthsWithCapitalsAreOtherWords() {
        assertThat(Events.read("They may polish the lens, then march home.", "en", "Latn")
                        .entities())
                .isEmpty();
    }

    @Test
    void namesOfOtherScriptsSoundLikeThoseOfLatin() {
        EventFeatures english = Events.read("Zelmanov arrived.", "en", "Latn");
        for (EventFeatures other : List.of(
                Events.read("ज़ेलमानोव पहुंचे", "hi", "Deva"),
                Events.read("ዘልማኖቭ ደረሱ", "am", "Ethi"),
                Events.read("ゼルマノフ氏が到着した", "ja", "Jpan"))) {
            assertThat(stems(other)).as(other.language()).containsAnyElementsOf(stems(english));
        }
    }

    private static List<Integer> stems(EventFeatures features) {
        return IntStream.range(0, features.names().size())
                .mapToObj(name -> PackedSound.stem(features.names().soundAt(name)))
                .toList();
    }

    @Test
    void wordsWithoutBlanksBetweenAreThoseOfTheDictionary() {
        assertThat(Events.read("东京地铁今天恢复运营。", "zh", "Hans").terms().surfaces()).contains("东京", "地铁", "恢复");
    }

    @Test
    void aNameCountsMoreThanAWordAndWhatIsSaidOftenMoreThanWhatIsSaidOnce() {
        TermList terms = Events.read(
                        "The dam of Kaldor broke. The dam was old. Kaldor fled, and Wensil too.", "en", "Latn")
                .terms();
        assertThat(terms.surfaces()).startsWith("Kaldor", "Wensil", "dam");
        assertThat(terms.kindAt(0)).isEqualTo(TermList.Kind.NAME);
        assertThat(terms.weightAt(0)).isGreaterThan(terms.weightAt(1));
    }

    @Test
    void featuresSurviveTheirBytes() {
        for (EventFeatures features : List.of(Events.of(1, 1), Events.read("", "und", "Zyyy"))) {
            assertThat(FeatureCodec.fromBytes(FeatureCodec.toBytes(features))).isEqualTo(features);
        }
    }
}
