package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.name.lexicon.CapitalNouns;
import dev.tidings.text.orthography.MatchKey;
import dev.tidings.text.orthography.PackedSound;
import dev.tidings.text.orthography.PhoneticKey;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Features as versions up to 0.2.0 wrote them: names in writing, and of the words their hashes alone. How often a word
 * stands in the text they do not know, so each counts as if it stood there once.
 */
final class FormerFeatures {

    static final int VERSION = 1;

    private record FormerName(String surface, PhoneticKey sound) {}

    private FormerFeatures() {}

    /** Reads the features behind their version. */
    static EventFeatures readFeatures(DataInputStream in) throws IOException {
        String language = in.readUTF();
        String script = in.readUTF();
        int length = in.readInt();
        List<FormerName> names = FeatureCodec.readList(FormerFeatures::readName, in);
        List<String> entities = FeatureCodec.readList(source -> source.readUTF(), in);
        List<Integer> days = FeatureCodec.readList(DataInputStream::readInt, in);
        List<Double> numbers = FeatureCodec.readList(DataInputStream::readDouble, in);
        List<Integer> words = FeatureCodec.readList(DataInputStream::readInt, in);
        return new EventFeatures(
                language,
                script,
                length,
                namesOf(names, language),
                entities,
                days,
                numbers,
                termsOf(words, capitalHashes(names, language)));
    }

    private static FormerName readName(DataInputStream in) throws IOException {
        String surface = in.readUTF();
        String consonants = in.readUTF();
        byte[] vowels = in.readNBytes(in.readUnsignedShort());
        return new FormerName(
                surface, new PhoneticKey(consonants, PhoneticKey.Vowels.fromBytes(vowels), in.readBoolean()));
    }

    private static NameSounds namesOf(List<FormerName> names, String language) {
        NameSounds.Builder builder = new NameSounds.Builder();
        boolean capitalNouns = CapitalNouns.areIn(language);
        for (FormerName name : names) {
            WordCase written = WordCase.of(name.surface().charAt(0), capitalNouns);
            long sound = PackedSound.pack(name.sound(), written.tableIndex());
            builder.addName(name.surface(), 0, name.surface().length(), sound);
        }
        return builder.build();
    }

    private static Set<Integer> capitalHashes(List<FormerName> names, String language) {
        Set<Integer> hashes = new HashSet<>();
        for (FormerName name : names) {
            if (Character.isUpperCase(name.surface().charAt(0))) {
                hashes.add(TermHash.hashTerm(language, MatchKey.of(name.surface())));
            }
        }
        return hashes;
    }

    private static TermList termsOf(List<Integer> words, Set<Integer> names) {
        TermList.Builder terms = new TermList.Builder();
        for (int word : words) {
            int hash = TermHash.spreadBits(word);
            TermList.Kind kind = names.contains(hash) ? TermList.Kind.NAME : TermList.Kind.WORD;
            if (!terms.isFull()) {
                terms.addTerm(hash, TermWeights.weightInText(kind, 1), kind);
            }
        }
        return terms.build(List.of());
    }
}
