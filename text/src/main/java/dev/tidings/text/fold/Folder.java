package dev.tidings.text.fold;

import java.util.Arrays;

/** Collects the tokens of one text. For one use by one thread. */
final class Folder {

    private static final long PRIME = 0x9e37_79b9_7f4a_7c15L;

    private char[] characters;
    private int length;
    private int[] ends;
    private long[] hashes;
    private byte[] kinds;
    private int tokens;

    private int openKind;
    private boolean open;
    private long hash;

    Folder(int expected) {
        characters = new char[expected + 16];
        int words = expected / 5 + 16;
        ends = new int[words];
        hashes = new long[words];
        kinds = new byte[words];
    }

    void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            int codePoint = text.charAt(i);
            if (Character.isHighSurrogate((char) codePoint)) {
                codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
            }
            FoldTable.Page page = FoldTable.page(codePoint);
            int entry = page.entries[codePoint & 0xff];
            if (entry >= 0) {
                add(entry);
            } else {
                for (int part : page.expansions[~entry]) {
                    add(part);
                }
            }
        }
    }

    FoldedText finish() {
        close();
        return new FoldedText(
                Arrays.copyOf(characters, length),
                Arrays.copyOf(ends, tokens),
                Arrays.copyOf(hashes, tokens),
                Arrays.copyOf(kinds, tokens));
    }

    private void add(int entry) {
        if (entry == FoldTable.IGNORED) {
            return;
        }
        if (entry == FoldTable.BREAK) {
            close();
            return;
        }
        int kind = FoldTable.kind(entry);
        // "27ی" and "G20" are a number beside a word, however they are spaced.
        if (open && (kind != openKind || TokenKind.of(kind).singleCharacter())) {
            close();
        }
        open = true;
        openKind = kind;
        append(FoldTable.character(entry));
    }

    private void append(int codePoint) {
        if (length + 2 > characters.length) {
            characters = Arrays.copyOf(characters, characters.length * 2);
        }
        if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            characters[length++] = (char) codePoint;
        } else {
            characters[length++] = Character.highSurrogate(codePoint);
            characters[length++] = Character.lowSurrogate(codePoint);
        }
        hash = (hash ^ codePoint) * PRIME;
    }

    private void close() {
        if (!open) {
            return;
        }
        if (tokens == ends.length) {
            grow();
        }
        ends[tokens] = length;
        hashes[tokens] = mix(hash);
        kinds[tokens] = (byte) openKind;
        tokens++;
        hash = 0;
        open = false;
    }

    private void grow() {
        ends = Arrays.copyOf(ends, tokens * 2);
        hashes = Arrays.copyOf(hashes, tokens * 2);
        kinds = Arrays.copyOf(kinds, tokens * 2);
    }

    /** The finaliser of MurmurHash3 (Austin Appleby), a bijection that lets every input bit reach every output bit. */
    private static long mix(long value) {
        long h = (value ^ (value >>> 33)) * 0xff51_afd7_ed55_8ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
        return h ^ (h >>> 33);
    }
}
