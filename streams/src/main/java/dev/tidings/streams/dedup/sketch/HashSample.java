package dev.tidings.streams.dedup.sketch;

import dev.tidings.text.fold.FoldedText;
import dev.tidings.text.fold.TokenKind;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The smallest hashes of a set of tokens: the whole set when it is small, else a sample of it that is the same sample
 * wherever the tokens come from. Immutable.
 */
public final class HashSample {

    private static final long RUN_BASE = 0xd6e8_feb8_6659_fd93L;

    private final char[] ascending;
    private final int most;

    private HashSample(char[] ascending, int most) {
        this.ascending = ascending;
        this.most = most;
    }

    /**
     * Returns the sample of a text's numbers.
     *
     * @param most how many hashes at most
     */
    static HashSample ofNumbers(FoldedText text, int most) {
        char[] smallest = new char[most];
        int size = 0;
        for (int token = 0; token < text.size(); token++) {
            if (text.tokenKind(token) == TokenKind.NUMBER) {
                size = insert(smallest, size, (char) (text.tokenHash(token) >>> 48));
            }
        }
        return new HashSample(Arrays.copyOf(smallest, size), most);
    }

    /**
     * Returns the sample of a text's words; where no spaces part them, of its runs of characters that say as much as a
     * word does, since all texts of an alphabet have the same characters.
     *
     * @param most how many hashes at most
     */
    static HashSample ofWords(FoldedText text, int most) {
        char[] smallest = new char[most];
        int size = 0;
        for (int start = 0; start < text.size(); start++) {
            int end = start;
            int weight = 0;
            long hash = 0;
            while (end < text.size() && weight < TokenKind.WORD.weight()) {
                hash = hash * RUN_BASE + text.tokenHash(end);
                weight += text.tokenKind(end++).weight();
            }
            if (weight >= TokenKind.WORD.weight()) {
                size = insert(smallest, size, (char) (hash >>> 48));
            }
        }
        return new HashSample(Arrays.copyOf(smallest, size), most);
    }

    /** Puts a hash in its place unless it is there or too large, and returns how many there are now. */
    private static int insert(char[] smallest, int size, char hash) {
        int found = Arrays.binarySearch(smallest, 0, size, hash);
        int place = -found - 1;
        if (found >= 0 || place == smallest.length) {
            return size;
        }
        int kept = Math.min(size, smallest.length - 1);
        System.arraycopy(smallest, place, smallest, place + 1, kept - place);
        smallest[place] = hash;
        return kept + 1;
    }

    public int size() {
        return ascending.length;
    }

    public boolean equalTo(HashSample other) {
        return Arrays.equals(ascending, other.ascending);
    }

    /** Returns how many hashes both samples have. */
    public int countShared(HashSample other) {
        int shared = 0;
        for (char hash : ascending) {
            shared += Arrays.binarySearch(other.ascending, hash) >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** Returns how many hashes of this set the other one lacks, as far as both samples are complete. */
    public int countLackingIn(HashSample other) {
        return countUpTo(Math.min(completeUpTo(), other.completeUpTo())) - countShared(other);
    }

    /** Returns the share of the smaller set that the other one has too, 0 to 1; 0 when one is empty. */
    public double overlapCoefficient(HashSample other) {
        int shared = countShared(other);
        int fewer = shared + Math.min(countLackingIn(other), other.countLackingIn(this));
        return fewer == 0 ? 0 : (double) shared / fewer;
    }

    private int completeUpTo() {
        return ascending.length < most ? Character.MAX_VALUE : ascending[most - 1];
    }

    private int countUpTo(int limit) {
        int count = 0;
        while (count < ascending.length && ascending[count] <= limit) {
            count++;
        }
        return count;
    }

    void writeTo(ByteBuffer out) {
        for (char hash : ascending) {
            out.putChar(hash);
        }
    }

    static HashSample readFrom(ByteBuffer in, int size, int most) {
        char[] hashes = new char[size];
        for (int i = 0; i < size; i++) {
            hashes[i] = in.getChar();
        }
        return new HashSample(hashes, most);
    }
}
