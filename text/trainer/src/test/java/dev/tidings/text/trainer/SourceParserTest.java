package dev.tidings.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.text.language.LanguageTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceParserTest {
    @TempDir
    Path folder;

    @Test
    void unilexCountsAreDamped() throws IOException {
        Recorded corpus = read(SourceParser.UNILEX, "Form\tFrequency\n\n# SPDX\nroj\t100\n", "kmr");

        assertThat(corpus.words).containsExactly("roj 50.1");
    }

    @Test
    void rankedWordsWeighTheReciprocalOfTheirRank() throws IOException {
        assertThat(read(SourceParser.RANKED, "و\nله\n", "ckb").words).containsExactly("و 1.0", "له 0.5");
    }

    @Test
    void countedWordsHaveTheirCountBehindThem() throws IOException {
        assertThat(read(SourceParser.COUNTED, "da 1\nne 1\n", "bos").words).containsExactly("da 1.0", "ne 1.0");
    }

    @Test
    void treebankTextIsInItsComments() throws IOException {
        String treebank = "# sent_id = 1\n# text = Eg lagar mat.\n1\tEg\teg\tPRON\n";

        assertThat(read(SourceParser.CONLLU, treebank, "nno").sentences).containsExactly("Eg lagar mat.");
    }

    @Test
    void interfaceTextsLoseMarkupAndPlaceholders() throws IOException {
        String resources =
                "<resources><string name=\"a\" fuzzy=\"true\">%1$s سڕایەوە <b>لە</b> مێژوو</string></resources>";

        assertThat(read(SourceParser.ANDROID, resources, "ckb").sentences)
                .extracting(text -> text.replaceAll(" +", " "))
                .containsExactly("سڕایەوە لە مێژوو");
    }

    @Test
    void versesAreSegments() throws IOException {
        String verses = "<seg id=\"b.GEN.1.1\" type=\"verse\">\n  Ekuqaleni\n</seg><seg type=\"chapter\">no</seg>";

        assertThat(read(SourceParser.VERSES, verses, "zul").sentences).containsExactly("Ekuqaleni");
    }

    @Test
    void newsHasHeadlineAndText() throws IOException {
        String news = "category\theadline\ttext\turl\nsports\tTitle here\tOne. Two.\thttp://x\n";

        assertThat(read(SourceParser.NEWS, news, "som").sentences).containsExactly("Title here", "One.", "Two.");
    }

    @Test
    void alignedTextIsTakenInItsLanguage() throws IOException {
        String aligned =
                "{\"sot\": \"lekgotla la naha.\\n\", \"tsn\": \"lekgotla la bosetshaba.\\n\", \"score\": \"0.9\"}\n";

        assertThat(read(SourceParser.ALIGNED, aligned, "tsn").sentences)
                .extracting(String::strip)
                .containsExactly("lekgotla la bosetshaba.");
    }

    @Test
    void everyFileListedHasAReaderAndAKnownSource() throws IOException {
        assertThat(SourceFile.allFiles())
                .hasSizeGreaterThan(1_000)
                .allSatisfy(
                        file -> assertThat(LanguageTags.tagOf(file.language())).isPresent());
    }

    private Recorded read(SourceParser reader, String content, String language) throws IOException {
        Path file = Files.writeString(folder.resolve("source"), content);
        Recorded corpus = new Recorded();
        reader.readInto(file, language, corpus);
        return corpus;
    }

    private static final class Recorded implements CorpusConsumer {
        private final List<String> sentences = new ArrayList<>();
        private final List<String> words = new ArrayList<>();

        @Override
        public void acceptSentence(String text) {
            sentences.add(text);
        }

        @Override
        public void acceptWord(String word, double weight) {
            words.add(word + " " + Math.round(weight * 10) / 10.0);
        }
    }
}
