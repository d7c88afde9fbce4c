package dev.tidings.streams.dedup.trace;

import dev.tidings.text.language.LanguageTags;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a text says, to be compared with what others say. Only of sentences: headings, bylines, captions and lines of a
 * site are left out.
 *
 * @param words its words in order
 * @param numbers codes of the numbers it states, each as often as it does, those of its title too
 * @param names hashes of the names it repeats
 * @param spelledNames those that it repeats most, as it spells them, for people to read
 * @param titleNegations how many words of its title negate, at most {@link #MAX_NEGATIONS}
 * @param leadNegations the same of its first sentences
 * @param corrected whether it says that an earlier version of it was wrong
 * @param reading three bits of a hash of how it was read, in which language and whether its script has capitals, 0 to
 *     7: words are taken for numbers, negations and names by that, so they are compared only where it is the same
 */
public record TextTrace(
        WordSymbols words,
        Codes numbers,
        Codes names,
        List<SpelledName> spelledNames,
        int titleNegations,
        int leadNegations,
        boolean corrected,
        int reading) {

    /** The trace of a text that says nothing. */
    public static final TextTrace EMPTY =
            new TextTrace(new WordSymbols.Builder().build(), Codes.NONE, Codes.NONE, List.of(), 0, 0, false, 0);

    /** Most numbers that are kept: a text with more is a table. */
    public static final int MAX_NUMBERS = 96;
    /** Most names that are kept. */
    public static final int MAX_NAMES = 24;
    /** Most names that are kept as they are spelled. */
    public static final int MAX_SPELLED_NAMES = 2;
    /** Most negations that are counted. */
    public static final int MAX_NEGATIONS = 3;

    private static final int NEGATION_BITS = 2;
    private static final int CORRECTED = 1 << (2 * NEGATION_BITS);
    private static final int READING_SHIFT = 2 * NEGATION_BITS + 1;
    private static final int READING_BITS = 3;
    private static final int GOLDEN_RATIO = 0x9e37_79b1;

    /** Freezes the list. */
    public TextTrace {
        spelledNames = List.copyOf(spelledNames);
    }

    /** Returns whether a number is stated, as far as is known: of very many numbers only the smallest are kept. */
    public boolean mayState(int number) {
        return mayState(number, 1);
    }

    /** Returns whether a number is stated so many times or more, as far as is known. */
    public boolean mayState(int number, int times) {
        return numbers.count(number) >= times || (numbers.size() == MAX_NUMBERS && number >= numbers.last());
    }

    /**
     * Returns the bits of a way to read.
     *
     * @param language BCP 47, of which the primary subtag counts
     * @param cased whether capitals mark names
     */
    static int readingBits(String language, boolean cased) {
        int hash = 2 * LanguageTags.primarySubtag(language).hashCode() + (cased ? 1 : 0);
        return (hash * GOLDEN_RATIO) >>> (Integer.SIZE - READING_BITS);
    }

    /** Returns the bytes that {@link #readFrom} understands. */
    public byte[] toBytes() {
        int spelledBytes = spelledNames.stream().mapToInt(SpelledName::maxBytes).sum();
        ByteBuffer out = ByteBuffer.allocate(
                2 * Varints.MAX_BYTES + words.byteCount() + numbers.maxBytes() + names.maxBytes() + spelledBytes + 1);
        Varints.put(out, words.size());
        words.writeTo(out);
        numbers.writeTo(out);
        names.writeTo(out);
        Varints.put(out, spelledNames.size());
        spelledNames.forEach(name -> name.writeTo(out, names));
        out.put((byte) (titleNegations
                | leadNegations << NEGATION_BITS
                | (corrected ? CORRECTED : 0)
                | reading << READING_SHIFT));
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /**
     * Reads a trace.
     *
     * @param in what {@link #toBytes} wrote, at its position, which moves behind it
     * @return empty when it is something else
     */
    public static Optional<TextTrace> readFrom(ByteBuffer in) {
        try {
            WordSymbols words = WordSymbols.readFrom(in, Varints.get(in, WordSymbols.MAX_SYMBOLS));
            Codes numbers = Codes.readFrom(in, MAX_NUMBERS);
            Codes names = Codes.readFrom(in, MAX_NAMES);
            List<SpelledName> spelledNames = readSpelled(in, names);
            int facts = in.get() & 0xff;
            return Optional.of(new TextTrace(
                    words,
                    numbers,
                    names,
                    spelledNames,
                    facts & MAX_NEGATIONS,
                    facts >> NEGATION_BITS & MAX_NEGATIONS,
                    (facts & CORRECTED) != 0,
                    facts >> READING_SHIFT));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static List<SpelledName> readSpelled(ByteBuffer in, Codes codes) {
        List<SpelledName> names = new ArrayList<>();
        int count = Varints.get(in, MAX_SPELLED_NAMES);
        for (int i = 0; i < count; i++) {
            names.add(SpelledName.readFrom(in, codes));
        }
        return names;
    }
}
