package dev.tidings.streams.story.group;

import dev.tidings.streams.enrich.date.DateFinder;
import dev.tidings.streams.enrich.keyword.Prose;
import dev.tidings.streams.enrich.name.NameFinder;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.StoryFeatureBuilder;
import java.util.Optional;
import java.util.Random;

/** Features of texts about events that never were: each has its own people, places and words. */
public final class Events {

    private static final String[] SYLLABLES = {
        "ba", "ko", "ri", "ten", "mu", "sal", "dor", "gi", "lan", "pe", "vor", "zu", "chi", "nam", "hel", "tos"
    };

    private Events() {}

    /** Returns the features of a text that tells of these events, in a version of its own. */
    public static EventFeatures of(int version, int... events) {
        return in("en", version, events);
    }

    /** Returns the same in a language of Latin script: names are the same, and other words are not compared. */
    public static EventFeatures in(String language, int version, int... events) {
        StringBuilder text = new StringBuilder("Report. ");
        for (int event : events) {
            for (int sentence = 0; sentence < 12; sentence++) {
                Random words = new Random(event * 1_000L + sentence);
                text.append("Then ").append(name(words)).append(' ').append(name(words));
                text.append(" went to ").append(name(words)).append(" where a ").append(word(words));
                text.append(" ").append(word(words)).append(" stood. ");
            }
        }
        Random own = new Random(-version);
        text.append("Later ")
                .append(name(own))
                .append(" spoke of a ")
                .append(word(own))
                .append('.');
        return read(text.toString(), language, "Latn");
    }

    public static EventFeatures read(String text, String language, String script) {
        Tokens tokens = Tokens.of(text);
        return StoryFeatureBuilder.buildFeatures(
                tokens,
                language,
                script,
                NameFinder.findNames(tokens, language),
                DateFinder.findDates(tokens, language, Optional.empty()),
                Prose.of(tokens, language)::isStopWord);
    }

    private static String name(Random random) {
        String word = word(random);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int syllable = 0; syllable < 3; syllable++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }
}
