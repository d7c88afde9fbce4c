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

    private static final int TOKEN_BITS = 24;
    private static final int LAST_TOKEN = (1 << TOKEN_BITS) - 1;

    /** The upper bits of a word's hash, and its token. */
    private long[] packed = new long[64];

    private int size;
    private long[] firstWords = new long[32];
    private int firsts;

    void clear() {
        size = 0;
        firsts = 0;
    }

    /** Adds a word that begins a sentence: a name if it is one elsewhere. */
    void addFirst(long wordHash) {
        if (firsts == firstWords.length) {
            firstWords = Arrays.copyOf(firstWords, 2 * firsts);
        }
        firstWords[firsts++] = wordHash >> TOKEN_BITS;
    }

    void add(long wordHash, int token) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, 2 * size);
        }
        packed[size++] = (wordHash & ~LAST_TOKEN) | Math.min(token, LAST_TOKEN);
    }

    /** A name, and how often it came. */
    record Counted(char name, int count) {}

    /** Returns the names that came at least so often: the most frequent first, of those of one count by their hash. */
    List<Counted> countNames(FoldedText text, int times) {
        Arrays.sort(packed, 0, size);
        List<Counted> counted = new ArrayList<>();
        int first = 0;
        while (first < size) {
            int end = first + 1;
            while (end < size && packed[end] >> TOKEN_BITS == packed[first] >> TOKEN_BITS) {
                end++;
            }
            int count = end - first + countFirst(packed[first] >> TOKEN_BITS);
            if (count >= times) {
                int token = (int) packed[first] & LAST_TOKEN;
                counted.add(new Counted(hashOf(text.tokenText(token)), count));
            }
            first = end;
        }
        counted.sort(Comparator.comparing(Counted::count).reversed().thenComparing(Counted::name));
        return counted;
    }

    private int countFirst(long word) {
        int count = 0;
        for (int i = 0; i < firsts; i++) {
            count += firstWords[i] == word ? 1 : 0;
        }
        return count;
    }

    /** Returns the hashes of the first names that came at least so often. */
    static Codes firstOf(List<Counted> names, int times, int limit) {
        return Codes.of(
                names.stream()
                        .filter(name -> name.count() >= times)
                        .limit(limit)
                        .mapToInt(Counted::name),
                limit);
    }

    private static char hashOf(String word) {
        long hash = 0;
        String key = MatchKey.of(word);
        for (int at = 0; at < key.length(); at++) {
            hash = (hash ^ key.charAt(at)) * BASE;
        }
        return (char) (hash >>> 40);
    }
}
