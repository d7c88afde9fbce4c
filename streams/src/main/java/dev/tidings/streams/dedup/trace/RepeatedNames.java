package dev.tidings.streams.dedup.trace;

import dev.tidings.text.fold.FoldedText;
import dev.tidings.text.orthography.MatchKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Counts words that may be names and keeps those that a text repeats, whatever of their spellings it uses. For one
 * thread, for one text after another.
 */
final class RepeatedNames {

    private static final long BASE = 0x9e37_79b9_7f4a_7c15L;

    private static final Comparator<Counted> FREQUENT_FIRST =
            Comparator.comparingInt(Counted::count).reversed().thenComparingInt(Counted::code);

    private static final int TOKEN_BITS = 24;
    private static final int LAST_TOKEN = (1 << TOKEN_BITS) - 1;

    /** The upper bits of a word's hash, and its token. */
    private long[] packed = new long[64];

    private int size;
    private long[] packedFirst = new long[32];
    private int firsts;

    void clear() {
        size = 0;
        firsts = 0;
    }

    /** Adds a word that begins a sentence: a name if it is one elsewhere. */
    void addFirst(long wordHash, int token) {
        if (firsts == packedFirst.length) {
            packedFirst = Arrays.copyOf(packedFirst, 2 * firsts);
        }
        packedFirst[firsts++] = pack(wordHash, token);
    }

    void add(long wordHash, int token) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, 2 * size);
        }
        packed[size++] = pack(wordHash, token);
    }

    private static long pack(long wordHash, int token) {
        return (wordHash & ~LAST_TOKEN) | Math.min(token, LAST_TOKEN);
    }

    /**
     * A name.
     *
     * @param code hash of it
     * @param count how often it came
     * @param first where among the sorted words it stands first
     */
    record Counted(char code, int count, int first) {}

    /** Returns the names that came at least so often: the most frequent first, of those of one count by their hash. */
    List<Counted> countNames(FoldedText text, int times) {
        Arrays.sort(packed, 0, size);
        List<Counted> counted = new ArrayList<>();
        int first = 0;
        while (first < size) {
            int end = groupEnd(first);
            int count = end - first + countFirst(packed[first] >> TOKEN_BITS);
            if (count >= times) {
                counted.add(new Counted(codeOf(text.tokenText(tokenOf(packed[first]))), count, first));
            }
            first = end;
        }
        counted.sort(FREQUENT_FIRST);
        return counted;
    }

    private int groupEnd(int first) {
        int end = first + 1;
        while (end < size && packed[end] >> TOKEN_BITS == packed[first] >> TOKEN_BITS) {
            end++;
        }
        return end;
    }

    /** Returns the tokens that a name counted last is, of which the first stands inside a sentence. */
    int[] tokens(Counted name) {
        int[] tokens = new int[name.count()];
        int found = 0;
        for (int i = name.first(); i < groupEnd(name.first()); i++) {
            tokens[found++] = tokenOf(packed[i]);
        }
        for (int i = 0; i < firsts; i++) {
            if (packedFirst[i] >> TOKEN_BITS == packed[name.first()] >> TOKEN_BITS) {
                tokens[found++] = tokenOf(packedFirst[i]);
            }
        }
        return tokens;
    }

    private static int tokenOf(long packed) {
        return (int) packed & LAST_TOKEN;
    }

    private int countFirst(long word) {
        int count = 0;
        for (int i = 0; i < firsts; i++) {
            count += packedFirst[i] >> TOKEN_BITS == word ? 1 : 0;
        }
        return count;
    }

    private static char codeOf(String word) {
        long hash = 0;
        String key = MatchKey.of(word);
        for (int at = 0; at < key.length(); at++) {
            hash = (hash ^ key.charAt(at)) * BASE;
        }
        return (char) (hash >>> 40);
    }
}
