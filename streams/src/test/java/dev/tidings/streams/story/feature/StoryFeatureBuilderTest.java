package dev.tidings.streams.story.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.story.group.Events;
import org.junit.jupiter.api.Test;

class StoryFeatureBuilderTest {

    @Test
    void peoplesMonthsAndWeekdaysAreEntitiesThatAgreeAcrossLanguagesAndNoNames() {
        EventFeatures english =
                Events.read("On Saturday the Norwegian harbour opened, as planned in September.", "en", "Latn");
        EventFeatures arabic = Events.read("افتتح الميناء النرويجي يوم السبت كما كان مقررا في سبتمبر", "ar", "Arab");
        assertThat(english.entities()).containsExactlyInAnyOrder("NO", "Saturday", "September");
        assertThat(arabic.entities()).containsExactlyInAnyOrderElementsOf(english.entities());
        assertThat(english.names()).extracting(EventName::surface).containsExactly("harbour", "planned");
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
}
