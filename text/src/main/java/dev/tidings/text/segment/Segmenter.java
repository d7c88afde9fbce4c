package dev.tidings.text.segment;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;

/**
 * Counts words and sentences of a text in any language: the break rules of UAX 29 in ICU's root locale, with ICU's
 * dictionaries where a script writes no spaces.
 *
 * <p>Any string is accepted, lone surrogates included. Time is linear in the length. Safe for use by many threads.
 */
public final class Segmenter {

    private static final String VERSION = "icu-" + VersionInfo.ICU_VERSION.getMajor() + "-root/1";

    // A break iterator holds the text it walks over, so each count walks with a copy of its own.
    private final BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    private final BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.ROOT);

    /** Returns name and version of the rules, for the provenance of a count. */
    public String version() {
        return VERSION;
    }

    /** Returns the number of words: segments that are not just white space, punctuation or symbols. */
    public int countWords(String text) {
        PlainWords plain = new PlainWords(text);
        return plain.wordCount() + wordsByRules(plain.remainingText());
    }

    /** Returns the same count by ICU's rules alone; slower, for comparison. */
    int wordsByRules(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        BreakIterator iterator = countBreaks(words, text);
        int count = 0;
        while (iterator.next() != BreakIterator.DONE) {
            if (iterator.getRuleStatus() != BreakIterator.WORD_NONE) {
                count++;
            }
        }
        return count;
    }

    /** Returns the number of sentences that hold anything but white space. */
    public int countSentences(String text) {
        return sentencesByRules(SentenceOutline.outlineOf(text));
    }

    /** Returns the same count by ICU's rules alone; slower, for comparison. */
    int sentencesByRules(String text) {
        BreakIterator iterator = countBreaks(sentences, text);
        int count = 0;
        int start = 0;
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            if (!text.substring(start, end).isBlank()) {
                count++;
            }
            start = end;
        }
        return count;
    }

    private static BreakIterator countBreaks(BreakIterator prototype, String text) {
        BreakIterator iterator = prototype.clone();
        iterator.setText(text);
        return iterator;
    }
}
