package dev.tidings.text.orthography;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the letters of four scripts sound like, as far as names keep it when they change script. */
final class Sounds {

    static final int A = 1;
    static final int I = 2;
    static final int U = 4;

    /** A spelling of several letters for sounds of one class each, written as their classes. */
    record Cluster(String letters, String classes) {}

    /** The letters that sound like anything here lie below; tables of that size are read once for every letter. */
    private static final int LETTERS = '\u0700';

    private static final String[] CONSONANTS = consonants();
    private static final byte[] VOWELS = vowels();
    /** Longest first: {@code tsch} before {@code ts}. */
    private static final List<Cluster> CLUSTERS = List.of(
            new Cluster("tsch", "c"),
            new Cluster("dzh", "j"),
            new Cluster("tch", "c"),
            new Cluster("sch", "x"),
            new Cluster("ch", "c"),
            new Cluster("sh", "x"),
            new Cluster("zh", "j"),
            new Cluster("dj", "j"),
            new Cluster("kh", "h"),
            new Cluster("gh", "g"),
            new Cluster("ph", "f"),
            new Cluster("th", "t"),
            new Cluster("ce", "s"),
            new Cluster("ci", "s"),
            new Cluster("cy", "s"),
            new Cluster("تش", "c"),
            new Cluster("дж", "j"));

    private static final boolean[] CLUSTER_STARTS = clusterStarts();

    private Sounds() {}

    /** Returns the consonant classes of a letter, one character each; empty when it is no consonant. */
    static String consonants(char letter) {
        return letter < LETTERS ? CONSONANTS[letter] : "";
    }

    /** Returns the vowels a letter may stand for as bits; 0 when it is no vowel. */
    static int vowels(char letter) {
        return letter < LETTERS ? VOWELS[letter] : 0;
    }

    /** Returns the share of a class among the consonants of names. */
    static double share(char sound) {
        return switch (sound) {
            case 'n', 'r' -> 0.13;
            case 't' -> 0.11;
            case 's', 'k', 'l' -> 0.09;
            case 'm', 'p' -> 0.07;
            case 'd', 'f' -> 0.06;
            case 'g', 'h' -> 0.04;
            default -> 0.025;
        };
    }

    /** Returns the share of a whole group. */
    static double groupShare(char sound) {
        return switch (group(sound)) {
            case 'k' -> 0.18;
            case 's' -> 0.14;
            case 't' -> 0.17;
            case 'r' -> 0.22;
            default -> 0.09;
        };
    }

    /** Returns the group of classes that languages take for one another, by one of its letters. */
    static char group(char sound) {
        return switch (sound) {
            case 'g', 'j', 'c' -> 'k';
            case 'z', 'x' -> 's';
            case 'd' -> 't';
            case 'l' -> 'r';
            case 'w' -> 'f';
            default -> sound;
        };
    }

    /** Returns the cluster that begins at a position, or one of no letters. */
    static Cluster cluster(String word, int at) {
        char first = word.charAt(at);
        if (first >= LETTERS || !CLUSTER_STARTS[first]) {
            return NO_CLUSTER;
        }
        for (Cluster cluster : CLUSTERS) {
            if (word.startsWith(cluster.letters(), at)) {
                return cluster;
            }
        }
        return NO_CLUSTER;
    }

    private static final Cluster NO_CLUSTER = new Cluster("", "");

    /** Lower case without accents, except those that change the sound. */
    static String plain(CharSequence word) {
        StringBuilder plain = new StringBuilder(word.length());
        String lower = word.toString().toLowerCase(Locale.ROOT);
        for (int at = 0; at < lower.length(); at++) {
            char letter = lower.charAt(at);
            if (letter <= 0x7f || vowels(letter) != 0 || !consonants(letter).isEmpty()) {
                plain.append(letter);
            } else {
                appendBase(letter, plain);
            }
        }
        return plain.toString();
    }

    private static void appendBase(char letter, StringBuilder plain) {
        String base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
        if (Character.isLetter(base.charAt(0))) {
            plain.append(base.charAt(0));
        }
    }

    private static boolean[] clusterStarts() {
        boolean[] starts = new boolean[LETTERS];
        CLUSTERS.forEach(cluster -> starts[cluster.letters().charAt(0)] = true);
        return starts;
    }

    private static String[] consonants() {
        String[] table = new String[LETTERS];
        Arrays.fill(table, "");
        all(table, "p", "pbпбپبπβ");
        all(table, "t", "tтتطثτθ");
        all(table, "d", "dдدضδ");
        all(table, "k", "kqcккکكقκ");
        all(table, "g", "gгґگغğγ");
        all(table, "f", "fvфвفڤφ");
        all(table, "s", "sсسصßσς");
        all(table, "z", "zзزذظζ");
        all(table, "x", "şšшщش");
        all(table, "c", "çčćчچ");
        all(table, "j", "jžжجژ");
        all(table, "h", "хخχ");
        all(table, "m", "mмمμ");
        all(table, "n", "nнنν");
        all(table, "l", "lłлلڵλ");
        all(table, "r", "rрرڕρ");
        all(table, "ks", "xξ");
        all(table, "ts", "ц");
        return table;
    }

    private static void all(String[] table, String classes, String letters) {
        letters.chars().forEach(letter -> table[letter] = classes);
    }

    private static byte[] vowels() {
        byte[] table = new byte[LETTERS];
        all(table, A, "aаاأآةα");
        all(table, A | I, "eəэеەεηىяä");
        all(table, I, "iıyийіїыیيێإι");
        all(table, U, "uoуоوۆۇöüοωυw");
        all(table, I | U, "ёю");
        return table;
    }

    private static void all(byte[] table, int set, String letters) {
        letters.chars().forEach(letter -> table[letter] = (byte) set);
    }
}
