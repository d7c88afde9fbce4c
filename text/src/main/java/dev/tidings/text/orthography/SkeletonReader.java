package dev.tidings.text.orthography;

/** Reads one word, letter by letter, into consonant classes and sets of vowels. */
final class SkeletonReader {

    private final String word;
    private final StringBuilder consonants = new StringBuilder();
    private final byte[] vowels;
    private boolean arabic;

    SkeletonReader(CharSequence word) {
        this.word = Sounds.plain(word);
        // A letter gives two consonants at most, and every consonant is followed by a slot.
        this.vowels = new byte[2 * this.word.length() + 1];
    }

    NameSkeleton read() {
        int at = 0;
        while (at < word.length()) {
            Sounds.Cluster cluster = Sounds.cluster(word, at);
            addConsonants(cluster.classes());
            if (cluster.letters().isEmpty()) {
                readLetter(at);
                at++;
            } else {
                at += cluster.letters().length();
            }
        }
        byte[] slots = new byte[consonants.length() + 1];
        System.arraycopy(vowels, 0, slots, 0, slots.length);
        return new NameSkeleton(consonants.toString(), new NameSkeleton.Vowels(slots), arabic);
    }

    private void readLetter(int at) {
        char letter = word.charAt(at);
        arabic |= letter >= '\u0600' && letter <= '\u06ff';
        if (at == 0 && isInitialConsonant(letter)) {
            addConsonant(letter == 'w' || letter == 'و' ? 'w' : 'h');
            return;
        }
        int set = Sounds.vowels(letter);
        if (set == 0) {
            addConsonants(Sounds.consonants(letter));
        } else {
            vowels[consonants.length()] |= (byte) set;
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
        int last = consonants.length() - 1;
        boolean doubled = last >= 0 && consonants.charAt(last) == sound && vowels[last + 1] == 0;
        if (!doubled) {
            consonants.append(sound);
        }
    }
}
