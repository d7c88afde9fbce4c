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

    /** An anchor and its rarity, which takes a look-up. */
    private record Weighed(Anchor anchor, double rarity) {}

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
        return Stream.concat(
                        rarest(crossing(features), rarity, MOST_CROSSING), rarest(words(features), rarity, MOST_WORDS))
                .toList();
    }

    /** Of equally rare ones the longer, which are met by chance less often. */
    private static Stream<Anchor> rarest(Stream<Anchor> anchors, Rarity rarity, int most) {
        return anchors.map(anchor -> new Weighed(anchor, rarity.of(anchor)))
                .sorted(Comparator.comparingDouble(Weighed::rarity)
                        .reversed()
                        .thenComparing(weighed -> -weighed.anchor().key().length())
                        .thenComparing(weighed -> weighed.anchor().kind())
                        .thenComparing(weighed -> weighed.anchor().key()))
                .limit(most)
                .map(Weighed::anchor);
    }
}
