package dev.tidings.text.orthography;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the letters of four scripts sound like, as far as names keep it when they change script. */
final class LetterSounds {

    static final int A = 1;
    static final int I = 2;
    static final int U = 4;

    /** A spelling of several letters for sounds of one class each, written as their classes. */
    record Cluster(String letters, String classes) {}

    /** The letters that sound like anything here lie below; tables of that size are read once for every letter. */
    private static final int LETTERS = '\u0700';
    /** Letters with accents lie below. */
    private static final int GREEK_EXTENDED_END = '\u2000';

    private static final int CLASSES = 0x80;
    private static final char[] ALL_CLASSES = "ptdkgfszxcjhmnlrw".toCharArray();

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

    private static final Cluster NO_CLUSTER = new Cluster("", "");
    private static final Cluster[][] CLUSTERS_BY_FIRST = clustersByFirst();
    private static final char[] PLAIN = plainTable();
    private static final char[] GROUPS = groupTable();
    private static final double[] SHARES = shareTable();
    private static final double[] GROUP_SHARES = groupShares();

    private LetterSounds() {}

    /** Returns the consonant classes of a letter, one character each; empty when it is no consonant. */
    static String consonants(char letter) {
        return letter < LETTERS ? CONSONANTS[letter] : "";
    }

    /** Returns the vowels a letter may stand for as bits; 0 when it is no vowel. */
    static int vowels(char letter) {
        return letter < LETTERS ? VOWELS[letter] : 0;
    }

    /** Returns the share of a class among the consonants of names. */
    static double classShare(char sound) {
        return SHARES[sound];
    }

    /** Returns the share of a whole group. */
    static double groupShare(char sound) {
        return GROUP_SHARES[sound];
    }

    /** Returns the group of classes that languages take for one another, by one of its letters. */
    static char classGroup(char sound) {
        return GROUPS[sound];
    }

    /** Returns the cluster that begins at a position, or one of no letters. */
    static Cluster clusterAt(char[] word, int at, int length) {
        char first = word[at];
        if (first < LETTERS && CLUSTERS_BY_FIRST[first] != null) {
            for (Cluster cluster : CLUSTERS_BY_FIRST[first]) {
                if (beginsWith(cluster.letters(), word, at, length)) {
                    return cluster;
                }
            }
        }
        return NO_CLUSTER;
    }

    private static boolean beginsWith(String letters, char[] word, int at, int length) {
        if (letters.length() > length - at) {
            return false;
        }
        for (int letter = 1; letter < letters.length(); letter++) {
            if (letters.charAt(letter) != word[at + letter]) {
                return false;
            }
        }
        return true;
    }

    /** Returns a letter in lower case without accents, except those that change the sound; 0 for what is no letter. */
    static char plainLetter(char letter) {
        return letter < PLAIN.length ? PLAIN[letter] : baseLetter(letter);
    }

    private static char[] plainTable() {
        char[] table = new char[GREEK_EXTENDED_END];
        for (char letter = 0; letter < table.length; letter++) {
            table[letter] = baseLetter(letter);
        }
        return table;
    }

    private static char baseLetter(char unit) {
        char letter = String.valueOf(unit).toLowerCase(Locale.ROOT).charAt(0);
        if (letter <= 0x7f || vowels(letter) != 0 || !consonants(letter).isEmpty() || Character.isSurrogate(letter)) {
            return letter;
        }
        char base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD)
                .charAt(0);
        return Character.isLetter(base) ? base : 0;
    }

    private static Cluster[][] clustersByFirst() {
        Cluster[][] table = new Cluster[LETTERS][];
        for (Cluster cluster : CLUSTERS) {
            char first = cluster.letters().charAt(0);
            table[first] = CLUSTERS.stream()
                    .filter(other -> other.letters().charAt(0) == first)
                    .toArray(Cluster[]::new);
        }
        return table;
    }

    private static char[] groupTable() {
        char[] table = new char[CLASSES];
        for (char sound = 0; sound < CLASSES; sound++) {
            table[sound] = sound;
        }
        for (String group : List.of("kgjc", "szx", "td", "rl", "fw")) {
            group.chars().forEach(sound -> table[sound] = group.charAt(0));
        }
        return table;
    }

    /** Of the consonants of names in English, Russian and Arabic news. */
    private static double[] shareTable() {
        double[] table = new double[CLASSES];
        Arrays.fill(table, 0.025);
        fillShares(table, "nr", 0.13);
        fillShares(table, "t", 0.11);
        fillShares(table, "skl", 0.09);
        fillShares(table, "mp", 0.07);
        fillShares(table, "df", 0.06);
        fillShares(table, "gh", 0.04);
        return table;
    }

    private static void fillShares(double[] table, String classes, double share) {
        classes.chars().forEach(sound -> table[sound] = share);
    }

    private static double[] groupShares() {
        double[] table = new double[CLASSES];
        for (char sound : ALL_CLASSES) {
            for (char other : ALL_CLASSES) {
                table[sound] += GROUPS[other] == GROUPS[sound] ? SHARES[other] : 0;
            }
        }
        return table;
    }

    private static String[] consonants() {
        String[] table = new String[LETTERS];
        Arrays.fill(table, "");
        fillTable(table, "p", "pbпбپبπβ");
        fillTable(table, "t", "tтتطثτθ");
        fillTable(table, "d", "dдدضδ");
        fillTable(table, "k", "kqcккکكقκ");
        fillTable(table, "g", "gгґگغğγ");
        fillTable(table, "f", "fvфвفڤφ");
        fillTable(table, "s", "sсسصßσς");
        fillTable(table, "z", "zзزذظζ");
        fillTable(table, "x", "şšшщش");
        fillTable(table, "c", "çčćчچ");
        fillTable(table, "j", "jžжجژ");
        fillTable(table, "h", "хخχ");
        fillTable(table, "m", "mмمμ");
        fillTable(table, "n", "nнنν");
        fillTable(table, "l", "lłлلڵλ");
        fillTable(table, "r", "rрرڕρ");
        fillTable(table, "ks", "xξ");
        fillTable(table, "ts", "ц");
        return table;
    }

    private static void fillTable(String[] table, String classes, String letters) {
        letters.chars().forEach(letter -> table[letter] = classes);
    }

    private static byte[] vowels() {
        byte[] table = new byte[LETTERS];
        fillTable(table, A, "aаاأآةα");
        fillTable(table, A | I, "eəэеەεηىяä");
        fillTable(table, I, "iıyийіїыیيێإι");
        fillTable(table, U, "uoуоوۆۇöüοωυw");
        fillTable(table, I | U, "ёю");
        return table;
    }

    private static void fillTable(byte[] table, int set, String letters) {
        letters.chars().forEach(letter -> table[letter] = (byte) set);
    }
}
