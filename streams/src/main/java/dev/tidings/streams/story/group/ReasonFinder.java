package dev.tidings.streams.story.group;

import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.NameSounds;
import dev.tidings.streams.story.feature.TermList;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.index.StoryReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says what an article shares with another one, as a reader would: who, where, when, how many, which words. */
final class ReasonFinder {

    private static final int MAX_OF_KIND = 3;
    /** Rarer than one article in seven: what is more common is no reason, and no word without content is as rare. */
    private static final double MIN_RARITY = 2;

    private final StoryIndex index;
    private final EventFeatures features;
    private final StoryArticle.Terms own;
    private final StoryArticle other;

    private record Word(String surface, TermList.Kind kind, double weight, double product) {}

    private ReasonFinder(StoryIndex index, EventFeatures features, StoryArticle.Terms own, StoryArticle other) {
        this.index = index;
        this.features = features;
        this.own = own;
        this.other = other;
    }

    /** Returns the reasons, the strongest first. */
    static List<StoryReason> findReasons(
            StoryIndex index, EventFeatures features, StoryArticle.Terms own, StoryArticle other) {
        return new ReasonFinder(index, features, own, other).find();
    }

    private List<StoryReason> find() {
        List<StoryReason> known = new ArrayList<>(strongest(entities()));
        known.addAll(strongest(days()));
        known.addAll(strongest(numbers()));
        List<StoryReason> words = features.language().equals(other.language()) ? sharedWords() : strongest(names());
        for (StoryReason word : words) {
            boolean told = known.stream().anyMatch(reason -> tells(reason.value(), word.value()));
            if (!told) {
                known.add(word);
            }
        }
        known.sort(StoryReason.STRONGEST_FIRST);
        return known;
    }

    private static boolean tells(String value, String word) {
        return value.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private static List<StoryReason> strongest(List<StoryReason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.weight() > 0)
                .sorted(StoryReason.STRONGEST_FIRST)
                .limit(MAX_OF_KIND)
                .toList();
    }

    private List<StoryReason> entities() {
        return features.entities().stream()
                .map(entity -> new StoryReason(
                        StoryReason.Kind.ENTITY, entity, index.links().sharedEntity(entity, own.link(), other.link())))
                .toList();
    }

    private List<StoryReason> days() {
        return features.days().stream()
                .map(day -> new StoryReason(
                        StoryReason.Kind.DAY,
                        LocalDate.ofEpochDay(day).toString(),
                        index.links().sharedDay(day, other.link())))
                .toList();
    }

    private List<StoryReason> numbers() {
        return features.numbers().stream()
                .map(number -> new StoryReason(
                        StoryReason.Kind.NUMBER,
                        digitsOf(number),
                        index.links().sharedNumber(number, own.link(), other.link())))
                .toList();
    }

    /** Returns a number without an empty fraction. */
    private static String digitsOf(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private List<StoryReason> names() {
        NameSounds names = features.names();
        List<StoryReason> shared = new ArrayList<>();
        for (int name = 0; name < names.surfaces().size(); name++) {
            shared.add(new StoryReason(
                    StoryReason.Kind.NAME,
                    names.surfaces().get(name),
                    index.links().sharedName(names.soundAt(name), own.link(), other.link())));
        }
        return shared;
    }

    /** Returns the names, then the other words, by which the two are most alike. */
    private List<StoryReason> sharedWords() {
        List<Word> words = new ArrayList<>();
        TermList terms = features.terms();
        for (int term = 0; term < terms.surfaces().size(); term++) {
            int hash = terms.hashAt(term);
            double rarity = index.strands().rarityOf(hash, features.language());
            double product =
                    (double) own.vector().weightOf(hash) * other.vector().weightOf(hash);
            if (product > 0 && rarity >= MIN_RARITY && terms.kindAt(term) != TermList.Kind.NUMBER) {
                words.add(new Word(terms.surfaces().get(term), terms.kindAt(term), rarity, product));
            }
        }
        words.sort(Comparator.comparingDouble(Word::product).reversed().thenComparing(Word::surface));
        List<StoryReason> reasons = new ArrayList<>(heaviest(words, TermList.Kind.NAME, StoryReason.Kind.NAME));
        reasons.addAll(heaviest(words, TermList.Kind.WORD, StoryReason.Kind.WORD));
        return reasons;
    }

    private static List<StoryReason> heaviest(List<Word> words, TermList.Kind kind, StoryReason.Kind as) {
        return words.stream()
                .filter(word -> word.kind() == kind)
                .limit(MAX_OF_KIND)
                .map(word -> new StoryReason(as, word.surface(), word.weight()))
                .toList();
    }
}
