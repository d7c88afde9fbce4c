package dev.tidings.streams.story;

import dev.tidings.streams.story.Anchor.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The anchors of an article, each once. */
public final class AnchorList {

    /** Most anchors that compare across languages, and most words, by which one article can be found. */
    private static final int MOST_CROSSING = 48;

    private static final int MOST_WORDS = 24;

    private AnchorList() {}

    /** Returns every anchor, words too. */
    public static List<Anchor> all(EventFeatures features) {
        return Stream.concat(crossing(features), words(features)).toList();
    }

    /** Returns the anchors that compare across languages. */
    static Stream<Anchor> crossing(EventFeatures features) {
        return Stream.of(
                        features.names().stream()
                                .map(name -> new Anchor(
                                        Kind.NAME, name.sound().consonants())),
                        features.entities().stream().map(entity -> new Anchor(Kind.ENTITY, entity)),
                        features.days().stream().map(day -> new Anchor(Kind.DAY, String.valueOf(day))),
                        features.numbers().stream().map(number -> new Anchor(Kind.NUMBER, String.valueOf(number))))
                .flatMap(anchors -> anchors);
    }

    private static Stream<Anchor> words(EventFeatures features) {
        return features.words().stream().map(word -> new Anchor(Kind.WORD, Integer.toHexString(word)));
    }

    /**
     * Returns the anchors by which a memory finds an article: its rarest, at the time it is put there. Common ones find
     * nothing that another would not, and each costs room for as long as the article is remembered.
     */
    public static List<Anchor> findable(EventFeatures features, StoryMemory memory) {
        Rarity rarity = new Rarity(memory);
        Comparator<Anchor> rarestFirst = Comparator.comparingDouble(rarity::of)
                .reversed()
                .thenComparing(anchor -> -anchor.key().length())
                .thenComparing(Anchor::kind)
                .thenComparing(Anchor::key);
        return Stream.concat(
                        crossing(features).sorted(rarestFirst).limit(MOST_CROSSING),
                        words(features).sorted(rarestFirst).limit(MOST_WORDS))
                .toList();
    }
}
