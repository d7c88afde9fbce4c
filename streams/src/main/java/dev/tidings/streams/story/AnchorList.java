package dev.tidings.streams.story;

import dev.tidings.streams.story.Anchor.Kind;
import java.util.List;
import java.util.stream.Stream;

/** The anchors of an article, each once. */
final class AnchorList {

    private AnchorList() {}

    /** Returns every anchor, words too. */
    static List<Anchor> all(EventFeatures features) {
        Stream<Anchor> words = features.words().stream().map(word -> new Anchor(Kind.WORD, Integer.toHexString(word)));
        return Stream.concat(crossing(features), words).toList();
    }

    /** Returns the anchors that compare across languages. */
    static Stream<Anchor> crossing(EventFeatures features) {
        return Stream.of(
                        features.names().stream().map(name -> new Anchor(Kind.NAME, name.sound().consonants())),
                        features.entities().stream().map(entity -> new Anchor(Kind.ENTITY, entity)),
                        features.days().stream().map(day -> new Anchor(Kind.DAY, String.valueOf(day))),
                        features.numbers().stream().map(number -> new Anchor(Kind.NUMBER, String.valueOf(number))))
                .flatMap(anchors -> anchors);
    }
}
