package dev.tidings.streams.enrich.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.summary.ReadingTime;
import dev.tidings.streams.enrich.summary.Summarizer;
import dev.tidings.streams.enrich.token.Span;
import dev.tidings.streams.enrich.token.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final String HARBOUR =
            "The Northport harbour will close for repairs next year. Engineers found cracks in the harbour wall last week. "
                    + "The city council of Northport set aside money for the repairs. Fishermen of Northport are worried. "
                    + "Some people like tea. The harbour wall was built by Northport in the age of sail.";

    @Test
    void keywordsAreWhatTheTextSpeaksOfMost() {
        List<ScoredKeyword> scoredKeywords = KeywordFinder.findKeywords(Prose.of(Tokens.of(HARBOUR), "en"));
        assertThat(scoredKeywords)
                .extracting(ScoredKeyword::term)
                .contains("Northport")
                .anyMatch(term -> term.contains("harbour"));
        assertThat(scoredKeywords).extracting(ScoredKeyword::term).doesNotContain("the", "of");
        assertThat(scoredKeywords.subList(0, 4)).extracting(ScoredKeyword::term).doesNotContain("tea", "Fishermen");
        assertThat(scoredKeywords)
                .extracting(ScoredKeyword::score)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void auxiliariesAndPronounsAreNoKeywords() {
        String text =
                "They have asked his crew. We have seen what they have, and his ship has left. We will have his answer.";
        assertThat(KeywordFinder.findKeywords(Prose.of(Tokens.of(text), "en")))
                .extracting(ScoredKeyword::term)
                .noneMatch(
                        term -> term.matches("(?i)have|has|we|his|will|they|(have|has|we|his|they) .*|.* (have|has)"));
        String kurmanji =
                "Keştî ji bendera nû derket û ji bo bendera din çû. Ji ber bahozê li benderê ma û ji bo keştiyan rawestiya.";
        assertThat(KeywordFinder.findKeywords(Prose.of(Tokens.of(kurmanji), "kmr")))
                .extracting(ScoredKeyword::term)
                .isNotEmpty()
                .noneMatch(term -> term.matches("(?i)ji|li|û|bo|(ji|li|û|bo) .*|.* (ji|li|û|bo)"));
    }

    @Test
    void kurdishKeywordsHaveNoStopWords() throws IOException {
        String text = Files.readString(Path.of("..", "seeds", "000_7862ad32163287db.txt"));
        assertThat(KeywordFinder.findKeywords(Prose.of(Tokens.of(text), "ckb")))
                .extracting(ScoredKeyword::term)
                .anyMatch(term -> term.contains("ئاکار") || term.contains("ئەردۆغان") || term.contains("پووتین"))
                .doesNotContain("لە", "بۆ", "و");
    }

    @Test
    void summaryIsTwoWholeSentencesOfTheBody() {
        List<String> summary = Summarizer.summarise(Prose.of(Tokens.of(HARBOUR), "en"), span -> true);
        assertThat(summary).hasSize(2).allMatch(HARBOUR::contains).noneMatch(sentence -> sentence.contains("tea"));
    }

    @Test
    void captionsAreNeverPartOfTheSummary() {
        String text =
                HARBOUR + "\n\nNorthport harbour wall and Northport harbour repairs, seen by the Northport harbour.";
        int body = HARBOUR.length();
        Tokens tokens = Tokens.of(text, List.of(new Span(0, body), new Span(body, text.length())));
        assertThat(Summarizer.summarise(Prose.of(tokens, "en"), span -> span == 0))
                .noneMatch(sentence -> sentence.contains("seen by"));
    }

    @Test
    void abbreviationsInitialsAndOrdinalsEndNoSentence() {
        assertThat(Sentence.splitSentences(Tokens.of("He told U.S. media it was over. Then he left.")))
                .hasSize(2);
        assertThat(Sentence.splitSentences(Tokens.of("Am 3. Mai kam er an. Es war kalt.")))
                .hasSize(2);
        assertThat(Sentence.splitSentences(Tokens.of("“We are here.” They left.")))
                .hasSize(2);
        assertThat(Sentence.splitSentences(Tokens.of("هات. ڕۆیشت؟ مایەوە!"))).hasSize(3);
        assertThat(Sentence.splitSentences(Tokens.of("我来了。他走了。"))).hasSize(2);
    }

    @Test
    void readingTimeFollowsTheLanguage() {
        assertThat(ReadingTime.estimateReadingTime(228, "en")).isEqualTo(Duration.ofMinutes(1));
        assertThat(ReadingTime.estimateReadingTime(138, "ar")).isEqualTo(Duration.ofMinutes(1));
        assertThat(ReadingTime.estimateReadingTime(0, "ckb")).isEqualTo(Duration.ZERO);
    }

    @Test
    void anyStringHasADigest() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int unit = random.nextInt(60); unit > 0; unit--) {
                text.append((char)
                        (random.nextInt(3) == 0 ? random.nextInt(0x10000) : " .aەB?”1".charAt(random.nextInt(8))));
            }
            Tokens tokens = Tokens.of(text.toString());
            assertThat(KeywordFinder.findKeywords(Prose.of(tokens, "ckb"))).hasSizeLessThanOrEqualTo(10);
            assertThat(Summarizer.summarise(Prose.of(tokens, "ar"), span -> true))
                    .hasSizeLessThanOrEqualTo(2);
        }
    }
}
