package dev.tidings.streams.story;

import dev.tidings.streams.enrich.name.CapitalNouns;
import dev.tidings.streams.story.Anchor.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The anchors of an article, each once. */
public final class AnchorList {

    /** Most anchors that compare across languages, and most words, by which one article can be found. */
    private static final int MOST_CROSSING = 48;

    private static final int MOST_WORDS = 24;

    private static final Comparator<Weighed> HEAVIEST_FIRST = Comparator.comparingDouble(Weighed::weight)
            .reversed()
            .thenComparing(weighed -> weighed.anchor().kind())
            .thenComparing(weighed -> weighed.anchor().key());

    /** An anchor and how much it says. */
    record Weighed(Anchor anchor, double weight) {}

    private AnchorList() {}

    /** Returns every anchor, words too. */
    public static List<Anchor> all(EventFeatures features) {
        return Stream.of(
                        features.names().stream().map(name -> name(name.sound().consonants())),
                        features.entities().stream().map(AnchorList::entity),
                        features.days().stream().map(AnchorList::day),
                        features.numbers().stream().map(AnchorList::number),
                        features.words().stream().map(AnchorList::word))
                .flatMap(anchors -> anchors)
                .toList();
    }

    /**
     * Returns the anchors by which a memory finds an article: its rarest, at the time it is put there. Common ones find
     * nothing that another would not, and each costs room for as long as the article is remembered.
     */
    public static List<Anchor> findable(EventFeatures features, StoryMemory memory) {
        Rarity rarity = new Rarity(memory);
        return Stream.concat(
                        crossing(features, rarity).stream().limit(MOST_CROSSING),
                        words(features, rarity).stream().limit(MOST_WORDS))
                .map(Weighed::anchor)
                .toList();
    }

    /** Returns the anchors that compare across languages, the rarest first. */
    static List<Weighed> crossing(EventFeatures features, Rarity rarity) {
        List<Weighed> crossing = new ArrayList<>();
        boolean capitalNouns = CapitalNouns.areIn(features.language());
        for (EventName name : features.names()) {
            double weight = rarity.ofName(name, WordCase.of(name, capitalNouns));
            crossing.add(new Weighed(name(name.sound().consonants()), weight));
        }
        features.entities().forEach(entity -> crossing.add(new Weighed(entity(entity), rarity.ofEntity(entity))));
        features.days().forEach(day -> crossing.add(weighed(day(day), rarity)));
        features.numbers().forEach(number -> crossing.add(new Weighed(number(number), rarity.ofNumber(number))));
        crossing.sort(HEAVIEST_FIRST);
        return crossing;
    }

    /** Returns the words, the rarest first. */
    static List<Weighed> words(EventFeatures features, Rarity rarity) {
        List<Weighed> words = new ArrayList<>(features.words().size());
        features.words().forEach(word -> words.add(weighed(word(word), rarity)));
        words.sort(HEAVIEST_FIRST);
        return words;
    }

    private static Weighed weighed(Anchor anchor, Rarity rarity) {
        return new Weighed(anchor, rarity.of(anchor));
    }

    static Anchor name(String consonants) {
        return new Anchor(Kind.NAME, consonants);
    }

    static Anchor entity(String entity) {
        return new Anchor(Kind.ENTITY, entity);
    }

    static Anchor day(int day) {
        return new Anchor(Kind.DAY, Integer.toString(day));
    }

    static Anchor number(double number) {
        return new Anchor(Kind.NUMBER, digits(number));
    }

    static Anchor word(int word) {
        return new Anchor(Kind.WORD, Integer.toHexString(word));
    }

    /** Returns a number without an empty fraction. */
    static String digits(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
