package dev.tidings.streams.dedup.trace;

/**
 * Finds the sentences of a body, the words in them that begin with a capital, and the numbers. A line that neither ends
 * as a sentence does nor is as long as one is a heading, a byline, a caption or a line of the site, and none of its
 * parts is a sentence.
 *
 * <p>One pass, linear; of most characters nothing is asked but that they are nothing of that. Reads one text after
 * another into memory that is used again. For one thread.
 */
final class SentenceScanner {

    /** So long a line is a sentence even where no mark ends it, as in Thai; the second number is without spaces. */
    private static final int MIN_UNMARKED_CHARS = 100;

    private static final int MIN_UNMARKED_UNSPACED_CHARS = 50;
    /** A text of which more than one in so many characters is a capital is written in capitals. */
    private static final int MIN_CHARS_PER_CAPITAL = 12;
    /** So many characters tell whether a text's script has capitals. */
    private static final int CASE_SAMPLE_CHARS = 512;

    /** A headline that ends as a sentence does may stand before the line with the dateline. */
    private static final int DATELINE_LINES = 2;

    private static final String CLOSING = "\"'”’»«)]）」』】›";

    final IntList starts = new IntList();
    final IntList ends = new IntList();
    /** 1 for a sentence, 0 for part of another line. */
    final IntList prose = new IntList();
    /** Positions at which the fold is asked for a token: starts of parts and of words with a capital, ascending. */
    final IntList places = new IntList();
    /** For each part the place of its start. */
    final IntList partPlaces = new IntList();
    /** For each part the number of numbers before it. */
    final IntList partNumbers = new IntList();

    final IntList numbers = new IntList();

    private final NumberReader numberReader = new NumberReader();
    private final DatelineReader datelineReader = new DatelineReader();
    private char[] text = {};
    private int length;
    private int capitals;
    private int proseLines;

    /** Reads a text in the place of the one before. */
    void scan(String body) {
        length = body.length();
        if (text.length < length) {
            text = new char[length + length / 4];
        }
        body.getChars(0, length, text, 0);
        for (IntList list : new IntList[] {starts, ends, prose, places, partPlaces, partNumbers, numbers}) {
            list.clear();
        }
        capitals = 0;
        proseLines = 0;
        int line = 0;
        while (line < length) {
            int end = body.indexOf('\n', line);
            end = end < 0 ? length : end;
            scanLine(line, end);
            line = end + 1;
        }
    }

    int parts() {
        return starts.size();
    }

    boolean isProse(int part) {
        return prose.get(part) == 1;
    }

    /** Returns whether the text is of a script with capitals, and uses them for names. */
    boolean isCased() {
        int letters = 0;
        int cased = 0;
        for (int at = 0; at < Math.min(length, CASE_SAMPLE_CHARS); at++) {
            byte kinds = CharacterKinds.of(text[at]);
            letters += (kinds & CharacterKinds.LETTER) != 0 ? 1 : 0;
            cased += (kinds & (CharacterKinds.UPPER | CharacterKinds.LOWER)) != 0 ? 1 : 0;
        }
        return 2 * cased >= letters && capitals * MIN_CHARS_PER_CAPITAL <= length;
    }

    /** Returns the word that begins at a place. */
    String wordAt(int place) {
        int end = place;
        while (end < length && isLetter(end)) {
            end++;
        }
        return new String(text, place, end - place);
    }

    /** Returns the index behind the last number of a part. */
    int numbersEnd(int part) {
        return part + 1 < parts() ? partNumbers.get(part + 1) : numbers.size();
    }

    private void scanLine(int from, int to) {
        int first = parts();
        int at = skipSpaces(from, to);
        int start = at;
        if (proseLines < DATELINE_LINES) {
            at = datelineReader.skipDateline(text, at, to);
        }
        boolean marked = false;
        while (at < to) {
            starts.add(at);
            partPlaces.add(places.size());
            places.add(at);
            partNumbers.add(numbers.size());
            int end = scanSentence(at, to);
            ends.add(trimEnd(at, end));
            prose.add(0);
            marked = endsMarked(at, end);
            at = skipSpaces(end, to);
        }
        if (parts() > first && (marked || isLong(start, to))) {
            proseLines++;
            for (int part = first; part < parts(); part++) {
                prose.set(part, 1);
            }
        }
    }

    private boolean isLong(int from, int to) {
        boolean unspaced = (CharacterKinds.of(text[(from + to) / 2]) & CharacterKinds.UNSPACED) != 0;
        return to - from >= (unspaced ? MIN_UNMARKED_UNSPACED_CHARS : MIN_UNMARKED_CHARS);
    }

    /** Scans from the first unit of a sentence and returns where it ends. */
    private int scanSentence(int from, int to) {
        int at = from;
        while (at < to) {
            byte kinds = CharacterKinds.of(text[at]);
            if ((kinds & CharacterKinds.MARKS) == 0) {
                at = CharacterKinds.skipUnmarked(text, at + 1, to);
            } else if ((kinds & CharacterKinds.UPPER) != 0) {
                at = readCapital(at, from, to);
            } else if ((kinds & CharacterKinds.DIGIT) != 0) {
                at = readNumber(at, from, to);
            } else if (isEnd(at, from, to)) {
                return skipClosing(at + 1, to);
            } else {
                at++;
            }
        }
        return to;
    }

    /** The first word of a sentence has a capital anyway, and a letter alone is no name. */
    private int readCapital(int at, int from, int to) {
        boolean begins = at > from && !isLetter(at - 1);
        capitals++;
        if (begins && at + 1 < to && isLetter(at + 1) && hasLetters(from, at)) {
            places.add(at);
        }
        return at + 1;
    }

    private boolean hasLetters(int from, int to) {
        for (int at = from; at < to; at++) {
            if ((CharacterKinds.of(text[at]) & CharacterKinds.WORD) != 0) {
                return true;
            }
        }
        return false;
    }

    /** A digit between two letters is a slip of the keyboard; two are a number between a prefix and an ending. */
    private int readNumber(int at, int from, int to) {
        int end = numberReader.read(text, at, to);
        boolean slip = end == at + 1 && at > from && end < to && isSpacedLetter(at - 1) && isSpacedLetter(end);
        if (!slip) {
            numbers.add(numberReader.code());
        }
        return end;
    }

    private boolean isSpacedLetter(int at) {
        return isLetter(at) && (CharacterKinds.of(text[at]) & CharacterKinds.UNSPACED) == 0;
    }

    private boolean isLetter(int at) {
        return (CharacterKinds.of(text[at]) & CharacterKinds.LETTER) != 0;
    }

    /** A stop ends a sentence before a space, unless it stands behind an initial or before a small letter. */
    private boolean isEnd(int at, int from, int to) {
        if (CharacterKinds.isIdeographicStop(text[at])) {
            return true;
        }
        int next = skipClosing(at + 1, to);
        if (next < to && (CharacterKinds.of(text[next]) & CharacterKinds.SPACE) == 0) {
            return false;
        }
        int follows = skipSpaces(next, to);
        boolean small = follows < to && (CharacterKinds.of(text[follows]) & CharacterKinds.LOWER) != 0;
        return !small && !isInitial(at - 1, from);
    }

    private boolean isInitial(int at, int from) {
        return at >= from
                && (CharacterKinds.of(text[at]) & CharacterKinds.UPPER) != 0
                && (at == from || (CharacterKinds.of(text[at - 1]) & CharacterKinds.WORD) == 0);
    }

    private boolean endsMarked(int from, int end) {
        int at = trimEnd(from, end) - 1;
        while (at > from && CLOSING.indexOf(text[at]) >= 0) {
            at--;
        }
        return at > from && (CharacterKinds.of(text[at]) & CharacterKinds.STOP) != 0;
    }

    private int skipClosing(int from, int to) {
        int at = from;
        while (at < to
                && ((CharacterKinds.of(text[at]) & CharacterKinds.STOP) != 0 || CLOSING.indexOf(text[at]) >= 0)) {
            at++;
        }
        return at;
    }

    private int skipSpaces(int from, int to) {
        int at = from;
        while (at < to && (CharacterKinds.of(text[at]) & CharacterKinds.SPACE) != 0) {
            at++;
        }
        return at;
    }

    private int trimEnd(int from, int end) {
        int at = end;
        while (at > from && (CharacterKinds.of(text[at - 1]) & CharacterKinds.SPACE) != 0) {
            at--;
        }
        return at;
    }
}
