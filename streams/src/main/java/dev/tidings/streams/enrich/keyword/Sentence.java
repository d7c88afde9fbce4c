package dev.tidings.streams.enrich.keyword;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a text.
 *
 * @param first its first token
 * @param last its last token
 */
public record Sentence(int first, int last) {

    /** Returns the sentences; they tile the tokens, and none crosses from one stretch of the text into the next. */
    static List<Sentence> splitSentences(Tokens tokens) {
        List<Sentence> sentences = new ArrayList<>();
        int first = 0;
        for (int token = 0; token < tokens.size(); token++) {
            boolean ends = !tokens.hasToken(token + 1)
                    || tokens.spanIndex(token + 1) != tokens.spanIndex(token)
                    || endsAt(tokens, token);
            if (ends) {
                sentences.add(new Sentence(first, token));
                first = token + 1;
            }
        }
        return sentences;
    }

    private static boolean endsAt(Tokens tokens, int token) {
        if (!tokens.isSign(token)) {
            return false;
        }
        if (isClosingQuote(tokens, token)) {
            return tokens.isSentenceSign(token - 1) && !isAbbreviation(tokens, token - 1);
        }
        // The mark before a closing quote leaves the end to the quote.
        boolean quoteFollows = tokens.touchesPrevious(token + 1) && isClosingQuote(tokens, token + 1);
        return tokens.endsSentence(token) && !quoteFollows && !isAbbreviation(tokens, token);
    }

    private static boolean isClosingQuote(Tokens tokens, int token) {
        return tokens.touchesPrevious(token)
                && (tokens.isSign(token, '"') || tokens.isSign(token, '”') || tokens.isSign(token, '»'));
    }

    /**
     * U.S. media, 3. Mai, Gen. Smith: the full stop after a letter or a number, or before a small letter, ends nothing.
     */
    private static boolean isAbbreviation(Tokens tokens, int stop) {
        if (!tokens.isSign(stop, '.')) {
            return false;
        }
        boolean smallFollows = tokens.isWord(stop + 1) && tokens.isCased(stop + 1) && !tokens.isCapitalised(stop + 1);
        boolean initial = tokens.isCapitalised(stop - 1) && tokens.length(stop - 1) == 1;
        boolean ordinal = tokens.isNumber(stop - 1) && tokens.length(stop - 1) <= 2 && tokens.isCapitalised(stop + 1);
        return smallFollows || initial || ordinal;
    }
}
