package dev.tidings.streams.dedup.change;

import dev.tidings.streams.dedup.trace.MainName;
import dev.tidings.streams.dedup.trace.SpelledName;
import dev.tidings.streams.dedup.trace.StatedNumber;
import dev.tidings.streams.dedup.trace.TextTrace;
import dev.tidings.streams.dedup.trace.TracedSentence;
import dev.tidings.streams.dedup.trace.TracedText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Compares an incoming text with what has been told before. Pure. */
public final class ChangeFinder {

    /** Share of new text from which a reader of the earlier texts learns something. */
    static final double MIN_NEW_SHARE = 0.1;
    /** Fewer words are a byline, or a sentence that cannot be told from others. */
    static final int MIN_NEW_WORDS = 8;

    /** So far from the beginning of the matched text its lead still is the lead. */
    private static final int LEAD_WORDS = 12;

    /** Fewer do not show a name that was put for another. */
    private static final int MIN_NAMED_SENTENCES = 2;

    private final TracedText incoming;
    private final TextTrace matched;
    private final List<TextTrace> known;
    private final boolean sameReading;
    private final boolean[] newSentences;
    private int newWords;
    private boolean leadInPlace;

    private ChangeFinder(TracedText incoming, List<TextTrace> known) {
        this.incoming = incoming;
        this.known = known;
        this.matched = known.get(0);
        this.sameReading = known.stream()
                .allMatch(text -> text.reading() == incoming.trace().reading());
        this.newSentences = new boolean[incoming.sentences().size()];
    }

    /**
     * Returns what changed.
     *
     * @param incoming the incoming text
     * @param known what has been told: first the text it was matched with, then others of the cluster
     * @param headline what its headline is to that of the text it was matched with
     */
    public static TextChange findChange(TracedText incoming, List<TextTrace> known, Headline headline) {
        return new ChangeFinder(incoming, known).find(headline);
    }

    private TextChange find(Headline headline) {
        findNewWords();
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        double newShare =
                (double) newWords / Math.max(1, incoming.trace().words().size());
        add(kinds, ChangeKind.ADDED, newShare >= MIN_NEW_SHARE && newWords >= MIN_NEW_WORDS);
        Set<Integer> numbers = newNumbers(kinds.contains(ChangeKind.ADDED));
        numbers.addAll(exchangedNumbers());
        List<String> names = newNames();
        add(kinds, ChangeKind.NUMBERS, !numbers.isEmpty() || (headline == Headline.SAME && isAnyMissing()));
        add(kinds, ChangeKind.NAMES, !names.isEmpty());
        add(kinds, ChangeKind.NEGATION, isNegationChanged(headline));
        add(
                kinds,
                ChangeKind.CORRECTION,
                incoming.trace().corrected() && known.stream().noneMatch(TextTrace::corrected));
        add(kinds, ChangeKind.HEADLINE, headline == Headline.EDITED);
        return new TextChange(
                newShare,
                IntStream.range(0, newSentences.length)
                        .filter(sentence -> newSentences[sentence] || statesAny(sentence, numbers))
                        .mapToObj(incoming.sentences()::get)
                        .toList(),
                kinds.contains(ChangeKind.NUMBERS) ? texts(missingNumbers(matched)) : List.of(),
                texts(numbers),
                names.isEmpty() ? List.of() : lostNames(),
                names,
                kinds);
    }

    private static void add(Set<ChangeKind> kinds, ChangeKind kind, boolean holds) {
        if (holds) {
            kinds.add(kind);
        }
    }

    private void findNewWords() {
        TextRuns runs = TextRuns.of(incoming.sentences());
        KnownText.Found found = new KnownText(incoming.trace().words(), runs, known).find();
        leadInPlace = found.leadPlace() >= 0 && found.leadPlace() <= LEAD_WORDS;
        newWords = incoming.trace().words().size() - found.words().cardinality();
        int from = 0;
        for (int i = 0; i < newSentences.length; i++) {
            int end = from + incoming.sentences().get(i).words();
            int knownWords = found.words().get(from, end).cardinality();
            newSentences[i] = 2 * knownWords < end - from;
            from = end;
        }
    }

    /**
     * Returns the numbers that no earlier text states. One that is written out in a new sentence is most often no
     * figure, "two men"; and where much was added, what stands there only is added text.
     */
    private Set<Integer> newNumbers(boolean added) {
        Set<Integer> numbers = new TreeSet<>();
        Set<Integer> stated = new TreeSet<>();
        for (int i = 0; i < newSentences.length; i++) {
            TracedSentence sentence = incoming.sentences().get(i);
            addUnknown(sentence.digits().stream(), numbers, newSentences[i] && added);
            addUnknown(sentence.spelled().stream(), numbers, newSentences[i] || !sameReading);
            sentence.numbers().forEach(stated::add);
        }
        IntStream ofTitle = incoming.trace().numbers().stream().filter(number -> !stated.contains(number));
        addUnknown(ofTitle, numbers, !sameReading);
        return numbers;
    }

    private boolean statesAny(int sentence, Set<Integer> numbers) {
        return incoming.sentences().get(sentence).numbers().anyMatch(numbers::contains);
    }

    private void addUnknown(IntStream stated, Set<Integer> numbers, boolean isAddedText) {
        if (!isAddedText) {
            stated.filter(number -> known.stream().noneMatch(text -> text.mayState(number)))
                    .forEach(numbers::add);
        }
    }

    /**
     * Returns whether of every earlier text a number is missing though nothing else is, so that it is another one now.
     */
    private boolean isAnyMissing() {
        int words = incoming.trace().words().size();
        return sameReading
                && known.stream()
                        .allMatch(text -> words >= text.words().size()
                                && !missingNumbers(text).isEmpty());
    }

    private List<Integer> missingNumbers(TextTrace text) {
        return text.numbers().stream()
                .filter(number -> !incoming.trace().mayState(number))
                .boxed()
                .toList();
    }

    private static List<String> texts(Iterable<Integer> numbers) {
        List<String> texts = new ArrayList<>();
        for (int number : numbers) {
            String text = StatedNumber.textOf(number);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /**
     * Returns the numbers that known sentences state more often than every earlier text, if each of these states another
     * one less often: one that became another that stands elsewhere too, as in results of sports.
     */
    private Set<Integer> exchangedNumbers() {
        Set<Integer> grown = new TreeSet<>();
        boolean exchanged = sameReading && known.stream().allMatch(text -> statesOneMoreOften(text, incoming.trace()));
        if (exchanged) {
            numbersOfKnownSentences()
                    .filter(number ->
                            known.stream().noneMatch(text -> text.mayState(number, timesInKnownSentences(number))))
                    .forEach(grown::add);
        }
        return grown;
    }

    private static boolean statesOneMoreOften(TextTrace text, TextTrace than) {
        return text.numbers().stream()
                .anyMatch(number -> !than.mayState(number, text.numbers().count(number)));
    }

    private IntStream numbersOfKnownSentences() {
        return IntStream.range(0, newSentences.length)
                .filter(sentence -> !newSentences[sentence])
                .mapToObj(incoming.sentences()::get)
                .flatMapToInt(TracedSentence::numbers);
    }

    private int timesInKnownSentences(int number) {
        return (int)
                numbersOfKnownSentences().filter(stated -> stated == number).count();
    }

    /**
     * Returns the main names that no earlier text repeats, though most sentences they stand in are known, as they are
     * spelled.
     */
    private List<String> newNames() {
        return incoming.mainNames().stream()
                .filter(name -> sameReading
                        && isNamedInKnownSentences(name)
                        && known.stream()
                                .noneMatch(text ->
                                        text.names().contains(name.name().code())))
                .map(name -> name.name().text())
                .toList();
    }

    private boolean isNamedInKnownSentences(MainName name) {
        long inKnown = name.sentences().stream()
                .filter(sentence -> !newSentences[sentence])
                .count();
        return inKnown >= MIN_NAMED_SENTENCES && 2 * inKnown > name.sentences().size();
    }

    private List<String> lostNames() {
        return matched.spelledNames().stream()
                .filter(name -> !incoming.trace().names().contains(name.code()))
                .map(SpelledName::text)
                .toList();
    }

    private boolean isNegationChanged(Headline headline) {
        boolean titleChanged = headline != Headline.OTHER
                && known.stream()
                        .noneMatch(text ->
                                text.titleNegations() == incoming.trace().titleNegations());
        return sameReading && (titleChanged || (leadInPlace && known.stream().allMatch(this::isLeadNegated)));
    }

    /** A text cut off within its lead may have lost the negation. */
    private boolean isLeadNegated(TextTrace text) {
        int more = incoming.trace().leadNegations() - text.leadNegations();
        return more > 0 || (more < 0 && incoming.sentences().size() > 1);
    }
}
