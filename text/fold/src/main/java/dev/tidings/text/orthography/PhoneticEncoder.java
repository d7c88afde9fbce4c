package dev.tidings.text.orthography;

/** Reads one word, letter by letter, into consonant classes and sets of vowels. */
final class PhoneticEncoder {

    private final char[] word;
    private final int length;
    private final char[] consonants;
    private final byte[] vowels;
    private int count;
    private boolean arabic;

    PhoneticEncoder(CharSequence text) {
        this.word = new char[text.length()];
        this.length = readPlain(text);
        // A letter gives two consonants at most, and every consonant is followed by a slot.
        this.consonants = new char[2 * length];
        this.vowels = new byte[2 * length + 1];
    }

    private int readPlain(CharSequence text) {
        int next = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = LetterSounds.plainLetter(text.charAt(at));
            if (letter != 0) {
                word[next++] = letter;
            }
        }
        return next;
    }

    PhoneticKey encodeWord() {
        int at = 0;
        while (at < length) {
            LetterSounds.Cluster cluster = LetterSounds.clusterAt(word, at, length);
            addConsonants(cluster.classes());
            if (cluster.letters().isEmpty()) {
                readLetter(at);
                at++;
            } else {
                at += cluster.letters().length();
            }
        }
        byte[] slots = new byte[count + 1];
        System.arraycopy(vowels, 0, slots, 0, slots.length);
        return new PhoneticKey(new String(consonants, 0, count), PhoneticKey.Vowels.of(slots), arabic);
    }

    private void readLetter(int at) {
        char letter = word[at];
        arabic |= letter >= '\u0600' && letter <= '\u06ff';
        if (at == 0 && isInitialConsonant(letter)) {
            addConsonant(letter == 'w' || letter == 'و' ? 'w' : 'h');
            return;
        }
        int set = LetterSounds.vowels(letter);
        if (set == 0) {
            addConsonants(LetterSounds.consonants(letter));
        } else {
            vowels[count] |= (byte) set;
        }
    }

    /** At the start these are heard in every language; inside a word they are a vowel or get lost: Tehran, تاران. */
    private static boolean isInitialConsonant(char letter) {
        return switch (letter) {
            case 'w', 'و', 'h', 'ه', 'ھ', 'ح' -> true;
            default -> false;
        };
    }

    private void addConsonants(String classes) {
        for (int at = 0; at < classes.length(); at++) {
            addConsonant(classes.charAt(at));
        }
    }

    private void addConsonant(char sound) {
        boolean doubled = count > 0 && consonants[count - 1] == sound && vowels[count] == 0;
        if (!doubled) {
            consonants[count++] = sound;
        }
    }
}
