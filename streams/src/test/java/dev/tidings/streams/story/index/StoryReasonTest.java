package dev.tidings.streams.story.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.story.feature.StoryTerm.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryReasonTest {

    @Test
    void whatIsKnownGoesBeforeWordsWithACapitalThatCountedALittleMore() {
        StoryReason word = new StoryReason(Kind.NAME, "Harbour", 5.2);
        StoryReason person = new StoryReason(Kind.ENTITY, "Sergey Lavrov", 3.7);
        StoryReason day = new StoryReason(Kind.DAY, "2018-03-12", 4);
        assertThat(sorted(word, person, day)).containsExactly(day, person, word);
    }

    @Test
    void aRareNameGoesBeforeACountryThatManyNewsSpeakOf() {
        StoryReason name = new StoryReason(Kind.NAME, "Kowalczyk", 5);
        StoryReason country = new StoryReason(Kind.ENTITY, "US", 1.7);
        assertThat(sorted(country, name)).containsExactly(name, country);
    }

    @Test
    void titlesAndMonthsGoLastHoweverMuchTheyCounted() {
        StoryReason title = new StoryReason(Kind.NAME, "President", 5.3);
        StoryReason role = new StoryReason(Kind.NAME, "وزير", 4.8);
        StoryReason month = new StoryReason(Kind.ENTITY, "September", 2.8);
        StoryReason country = new StoryReason(Kind.ENTITY, "TR", 2.3);
        StoryReason number = new StoryReason(Kind.NUMBER, "417", 3.1);
        assertThat(sorted(title, role, month, country, number)).containsExactly(country, number, title, role, month);
    }

    private static List<StoryReason> sorted(StoryReason... reasons) {
        return List.of(reasons).stream().sorted(StoryReason.STRONGEST_FIRST).toList();
    }
}
