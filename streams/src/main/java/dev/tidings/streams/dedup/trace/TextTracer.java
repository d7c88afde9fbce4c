package dev.tidings.streams.dedup.trace;

import dev.tidings.text.fold.FoldedText;
import dev.tidings.text.fold.Folder;
import dev.tidings.text.fold.TokenKind;
import dev.tidings.text.script.CommonScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the trace of one text after another, in memory that is used again: a pure function, linear in the text. For one
 * thread.
 */
public final class TextTracer {

    /** Name and version of the trace; any change of it needs another one. */
    public static final String VERSION = "trace1";

    /** What ends the words by which a line says that it corrects, and how far off that is at most. */
    private static final String NOTICE_ENDS = ":：-–—.。)]】）\n";

    private static final int MAX_NOTICE_CHARS = 64;

    private static final int MAX_SENTENCE_NUMBERS = 1 << 10;

    private static final int LEAD_SENTENCES = 1;

    /** A name that a text has once only may stand in a sentence that another one lacks. */
    private static final int REPEATED = 2;

    private static final int MAIN = 3;
    /** Where no capital marks names every longer word may be one, and a sentence less makes any rarer. */
    private static final int UNCASED_REPEATED = 3;

    private static final int UNCASED_MAIN = 4;
    private static final int MIN_UNCASED_CHARS = 4;

    /** Far fewer than are kept of another text: a name that is not there is rare there. */
    private static final int MAX_MAIN_NAMES = 10;

    private final SentenceScanner scanner = new SentenceScanner();
    private final NumberReader numberReader = new NumberReader();
    private final WordPieces pieces = new WordPieces();
    private final RepeatedNames names = new RepeatedNames();
    private final IntList spelled = new IntList();
    private final IntList allNumbers = new IntList();
    private final IntList sentenceTokens = new IntList();
    private int[] tokens = {};

    private String body = "";
    private FactWords factWords = FactWords.of("und");
    private boolean cased;
    private int leadNegations;
    private boolean corrected;

    /** Makes a tracer without buffers, which are made with the first text. */
    public TextTracer() {}

    /**
     * Folds a body and notes where its sentences are.
     *
     * @param script what it is written in before; the sentences stand where they do in the body as it is
     */
    public FoldedText fold(String text, CommonScript script, Folder folder) {
        body = text;
        scanner.scan(text);
        int count = scanner.places.size();
        if (tokens.length < count) {
            tokens = new int[count + count / 4];
        }
        String converted = script.convert(text);
        return converted.equals(text)
                ? folder.fold(text, scanner.places.array(), count, tokens)
                : foldConverted(script, folder);
    }

    /** Converts the text from place to place, since it may become longer or shorter. */
    private FoldedText foldConverted(CommonScript script, Folder folder) {
        int count = scanner.places.size();
        StringBuilder converted = new StringBuilder(body.length() + body.length() / 4);
        int[] places = new int[count];
        int from = 0;
        for (int place = 0; place < count; place++) {
            converted.append(script.convert(body.substring(from, scanner.places.get(place))));
            places[place] = converted.length();
            from = scanner.places.get(place);
        }
        converted.append(script.convert(body.substring(from)));
        return folder.fold(converted.toString(), places, count, tokens);
    }

    /**
     * Makes the trace of the text folded last.
     *
     * @param folded what {@link #fold} returned
     * @param title the title; the empty text when there is none
     * @param language the language (BCP 47), or und
     */
    public TracedText trace(FoldedText folded, String title, FoldedText foldedTitle, String language) {
        factWords = FactWords.of(language);
        cased = scanner.isCased();
        pieces.clear();
        names.clear();
        allNumbers.clear();
        sentenceTokens.clear();
        leadNegations = 0;
        corrected = beginsAsNotice(foldedTitle, 0, title, 0);
        List<TracedSentence> sentences = new ArrayList<>();
        for (int part = 0; part < scanner.parts(); part++) {
            int first = tokens[scanner.partPlaces.get(part)];
            int end = part + 1 < scanner.parts() ? tokens[scanner.partPlaces.get(part + 1)] : folded.size();
            corrected |= first < end && beginsAsNotice(folded, first, body, scanner.starts.get(part));
            if (first < end && scanner.isProse(part) && !pieces.isFull()) {
                sentences.add(sentence(part, folded, first, end, sentences.size() < LEAD_SENTENCES));
            }
        }
        int titleNegations = readTitle(title, foldedTitle);
        collectNames(folded);
        int repeated = cased ? REPEATED : UNCASED_REPEATED;
        List<RepeatedNames.Counted> counted = names.countNames(folded, repeated);
        List<MainName> mainNames = mainNames(folded, counted);
        TextTrace trace = new TextTrace(
                pieces.build(),
                Codes.of(allNumbers.copy(0, allNumbers.size()), TextTrace.MAX_NUMBERS),
                codes(counted),
                spelledNames(mainNames),
                titleNegations,
                Math.min(leadNegations, TextTrace.MAX_NEGATIONS),
                corrected,
                TextTrace.readingBits(language, cased));
        return new TracedText(trace, sentences, mainNames);
    }

    private static Codes codes(List<RepeatedNames.Counted> names) {
        int[] codes = new int[Math.min(names.size(), TextTrace.MAX_NAMES)];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = names.get(i).code();
        }
        return Codes.of(codes, TextTrace.MAX_NAMES);
    }

    private List<MainName> mainNames(FoldedText folded, List<RepeatedNames.Counted> counted) {
        List<MainName> mainNames = new ArrayList<>();
        int limit = sentenceTokens.size() == 0 ? 0 : MAX_MAIN_NAMES;
        for (RepeatedNames.Counted name : counted) {
            if (name.count() >= (cased ? MAIN : UNCASED_MAIN) && mainNames.size() < limit) {
                int[] places = names.tokens(name);
                SpelledName spelling = new SpelledName(name.code(), spelling(folded, places[0]));
                Arrays.setAll(places, i -> sentenceOf(places[i]));
                mainNames.add(new MainName(spelling, Codes.of(places, places.length)));
            }
        }
        return mainNames;
    }

    private static List<SpelledName> spelledNames(List<MainName> names) {
        return names.stream()
                .map(MainName::name)
                .filter(name -> !name.text().isEmpty())
                .limit(TextTrace.MAX_SPELLED_NAMES)
                .toList();
    }

    /** Returns a word as it stands in the text where its place is known, else folded. */
    private String spelling(FoldedText folded, int token) {
        int place = Arrays.binarySearch(tokens, 0, scanner.places.size(), token);
        return place < 0 ? folded.tokenText(token) : scanner.wordAt(scanner.places.get(place));
    }

    /** Returns the last sentence that begins before a token or with it. */
    private int sentenceOf(int token) {
        int sentence = sentenceTokens.size() - 1;
        while (sentence > 0 && sentenceTokens.get(sentence) > token) {
            sentence--;
        }
        return sentence;
    }

    private TracedSentence sentence(int part, FoldedText folded, int first, int end, boolean lead) {
        spelled.clear();
        sentenceTokens.add(first);
        int before = pieces.size();
        for (int token = first; token < end; token++) {
            pieces.add(folded.tokenHash(token), folded.tokenKind(token));
            int flags = factWords.flagsOf(folded.tokenHash(token));
            if (flags != FactWords.NONE) {
                readFact(folded, token, flags, lead);
            }
        }
        pieces.endSentence();
        return new TracedSentence(
                scanner.starts.get(part),
                scanner.ends.get(part),
                pieces.size() - before,
                numbersOf(scanner.numbers, scanner.partNumbers.get(part), scanner.numbersEnd(part)),
                numbersOf(spelled, 0, spelled.size()));
    }

    /** Returns the codes of some numbers, and adds them to those of the whole text. */
    private Codes numbersOf(IntList numbers, int from, int to) {
        if (from == to) {
            return Codes.NONE;
        }
        for (int i = from; i < to; i++) {
            allNumbers.add(numbers.get(i));
        }
        return Codes.of(numbers.copy(from, to), MAX_SENTENCE_NUMBERS);
    }

    private void readFact(FoldedText folded, int token, int flags, boolean lead) {
        if ((flags & FactWords.NUMBER) != 0) {
            spelled.add(FactWords.numberOf(flags));
        }
        if (lead && negates(folded, token, flags)) {
            leadNegations++;
        }
        corrected |= (flags & FactWords.CORRECTING_PHRASE) != 0
                && factWords.phraseAt(folded, token, FactWords.CORRECTING_PHRASE) > 0;
    }

    private boolean negates(FoldedText folded, int token, int flags) {
        return (flags & FactWords.NEGATION) != 0
                || ((flags & FactWords.NEGATING_PHRASE) != 0
                        && factWords.phraseAt(folded, token, FactWords.NEGATING_PHRASE) > 0);
    }

    /** Returns whether a line or headline begins by saying that it corrects: "Correction: …". */
    private boolean beginsAsNotice(FoldedText folded, int token, String text, int start) {
        boolean possible = token < folded.size()
                && (factWords.flagsOf(folded.tokenHash(token)) & FactWords.NOTICE) != 0
                && factWords.phraseAt(folded, token, FactWords.NOTICE) > 0;
        if (!possible) {
            return false;
        }
        int end = start;
        int limit = Math.min(text.length(), start + MAX_NOTICE_CHARS);
        while (end < limit && NOTICE_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end == text.length()
                || (end < limit
                        && FoldedText.of(text.substring(start, end)).size()
                                == factWords.phraseAt(folded, token, FactWords.NOTICE));
    }

    /** Reads the numbers of the title, and returns how many of its words negate. */
    private int readTitle(String title, FoldedText foldedTitle) {
        int negations = 0;
        for (int token = 0; token < foldedTitle.size(); token++) {
            int flags = factWords.flagsOf(foldedTitle.tokenHash(token));
            if ((flags & FactWords.NUMBER) != 0) {
                allNumbers.add(FactWords.numberOf(flags));
            }
            negations += negates(foldedTitle, token, flags) ? 1 : 0;
        }
        numberReader.readAll(title, allNumbers);
        return Math.min(negations, TextTrace.MAX_NEGATIONS);
    }

    private void collectNames(FoldedText folded) {
        if (cased) {
            collectCapitalised(folded);
        } else {
            for (int token = 0; token < folded.size(); token++) {
                if (folded.tokenKind(token) == TokenKind.WORD && folded.tokenLength(token) >= MIN_UNCASED_CHARS) {
                    names.add(folded.tokenHash(token), token);
                }
            }
        }
    }

    private void collectCapitalised(FoldedText folded) {
        int part = -1;
        for (int place = 0; place < scanner.places.size(); place++) {
            boolean opensPart = part + 1 < scanner.parts() && scanner.partPlaces.get(part + 1) == place;
            if (opensPart) {
                part++;
                if (scanner.isProse(part) && tokens[place] < folded.size()) {
                    names.addFirst(folded.tokenHash(tokens[place]), tokens[place]);
                }
            } else if (scanner.isProse(part) && tokens[place] < folded.size()) {
                names.add(folded.tokenHash(tokens[place]), tokens[place]);
            }
        }
    }
}
