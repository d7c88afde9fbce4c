package dev.tidings.streams.story.score;

import dev.tidings.streams.enrich.name.lexicon.CapitalNouns;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.EventName;
import dev.tidings.streams.story.feature.StoryTerm;
import dev.tidings.streams.story.feature.StoryTerm.Kind;
import dev.tidings.streams.story.feature.WordCase;
import dev.tidings.streams.story.index.StoryIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The terms of an article, each once. */
public final class StoryTermList {

    /** Most terms that compare across languages, and most words, under which one article is indexed. */
    private static final int MAX_CROSS_LANGUAGE_TERMS = 48;

    private static final int MAX_WORDS = 24;

    private static final Comparator<Weighed> HEAVIEST_FIRST = Comparator.comparingDouble(Weighed::weight)
            .reversed()
            .thenComparing(weighed -> weighed.storyTerm().kind())
            .thenComparing(weighed -> weighed.storyTerm().key());

    /** A term and its weight, its inverse document frequency. */
    public record Weighed(StoryTerm storyTerm, double weight) {}

    private StoryTermList() {}

    /** Returns every term, words too. */
    public static List<StoryTerm> allTerms(EventFeatures features) {
        return Stream.of(
                        features.names().stream()
                                .map(name -> nameTerm(name.sound().consonants())),
                        features.entities().stream().map(StoryTermList::entityTerm),
                        features.days().stream().map(StoryTermList::dayTerm),
                        features.numbers().stream().map(StoryTermList::numberTerm),
                        features.words().stream().map(StoryTermList::wordTerm))
                .flatMap(storyTerms -> storyTerms)
                .toList();
    }

    /**
     * Returns the terms under which an article is indexed: its rarest, at the time it is indexed. Common ones lead to
     * no article that another would not, and each costs room for as long as the article is indexed.
     */
    public static List<StoryTerm> findableTerms(EventFeatures features, StoryIndex index) {
        InverseDocumentFrequency inverseDocumentFrequency = new InverseDocumentFrequency(index);
        return Stream.concat(
                        crossLanguageTerms(features, inverseDocumentFrequency).stream()
                                .limit(MAX_CROSS_LANGUAGE_TERMS),
                        wordTerms(features, inverseDocumentFrequency).stream().limit(MAX_WORDS))
                .map(Weighed::storyTerm)
                .toList();
    }

    /** Returns the terms that compare across languages, the rarest first. */
    public static List<Weighed> crossLanguageTerms(
            EventFeatures features, InverseDocumentFrequency inverseDocumentFrequency) {
        List<Weighed> crossing = new ArrayList<>();
        boolean capitalNouns = CapitalNouns.areIn(features.language());
        for (EventName name : features.names()) {
            double weight = inverseDocumentFrequency.ofName(name, WordCase.of(name, capitalNouns));
            crossing.add(new Weighed(nameTerm(name.sound().consonants()), weight));
        }
        features.entities()
                .forEach(entity ->
                        crossing.add(new Weighed(entityTerm(entity), inverseDocumentFrequency.ofEntity(entity))));
        features.days().forEach(day -> crossing.add(weighedTerm(dayTerm(day), inverseDocumentFrequency)));
        features.numbers()
                .forEach(number ->
                        crossing.add(new Weighed(numberTerm(number), inverseDocumentFrequency.ofNumber(number))));
        crossing.sort(HEAVIEST_FIRST);
        return crossing;
    }

    /** Returns the words, the rarest first. */
    public static List<Weighed> wordTerms(EventFeatures features, InverseDocumentFrequency inverseDocumentFrequency) {
        List<Weighed> words = new ArrayList<>(features.words().size());
        features.words().forEach(word -> words.add(weighedTerm(wordTerm(word), inverseDocumentFrequency)));
        words.sort(HEAVIEST_FIRST);
        return words;
    }

    private static Weighed weighedTerm(StoryTerm storyTerm, InverseDocumentFrequency inverseDocumentFrequency) {
        return new Weighed(storyTerm, inverseDocumentFrequency.idfOf(storyTerm));
    }

    static StoryTerm nameTerm(String consonants) {
        return new StoryTerm(Kind.NAME, consonants);
    }

    static StoryTerm entityTerm(String entity) {
        return new StoryTerm(Kind.ENTITY, entity);
    }

    static StoryTerm dayTerm(int day) {
        return new StoryTerm(Kind.DAY, Integer.toString(day));
    }

    static StoryTerm numberTerm(double number) {
        return new StoryTerm(Kind.NUMBER, digitsOf(number));
    }

    static StoryTerm wordTerm(int word) {
        return new StoryTerm(Kind.WORD, Integer.toHexString(word));
    }

    /** Returns a number without an empty fraction. */
    static String digitsOf(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
