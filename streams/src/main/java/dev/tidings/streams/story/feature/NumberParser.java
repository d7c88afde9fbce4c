package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Reads the numbers of a text: {@code 15,000}, {@code 15.000} and {@code 15 000} are one, {@code 1.5 million} is
 * {@code 1500000}, {@code 3 %} is {@code 0.03}. Other numbers below ten are left out, they tell nothing.
 */
final class NumberParser {

    private static final String SEPARATORS = ".,٬٫'’";
    private static final int GROUP = 3;
    private static final int MAX_NUMBERS = 100;
    private static final double MIN_NUMBER = 10;

    private final Tokens tokens;
    private final NumberWords words;
    private int next;

    NumberParser(Tokens tokens, NumberWords words) {
        this.tokens = tokens;
        this.words = words;
    }

    /**
     * Returns the numbers, each once.
     *
     * @param skipped tokens that do not count
     */
    List<Double> readNumbers(IntPredicate skipped) {
        Set<Double> numbers = new LinkedHashSet<>();
        next = 0;
        while (next < tokens.size() && numbers.size() < MAX_NUMBERS) {
            int first = next;
            double number = nextNumber();
            if ((number >= MIN_NUMBER || (number > 0 && number <= 1)) && !skipped.test(first)) {
                numbers.add(number);
            }
        }
        return new ArrayList<>(numbers);
    }

    /** Reads the number that begins at the next token; 0 when none does. */
    private double nextNumber() {
        int spelt = tokens.isWord(next) ? words.valueOf(tokens.wordAt(tokens.wordNumber(next))) : 0;
        double number = spelt > 0 ? spelt : Math.max(0, tokens.numericValue(next));
        boolean digits = number > 0 && spelt == 0;
        boolean percent = digits && isPercentBefore(next - 1);
        next++;
        if (digits) {
            number = withGroups(number);
            number = withFraction(number);
        }
        if (number == 0) {
            return 0;
        }
        return percent || isPercent() ? roundedNumber(number / 100) : multipliedNumber(number);
    }

    /** Turkish and Kurdish write {@code %10}. */
    private boolean isPercentBefore(int token) {
        boolean sign = tokens.isSign(token, '%') || tokens.isSign(token, '٪');
        return (sign && !tokens.isNumber(token - 1))
                || (tokens.isWord(token) && NumberWords.isPercentBefore(tokens.key(token)));
    }

    /** A share is written as one: three per cent are 0.03. */
    private boolean isPercent() {
        boolean percent = tokens.isSign(next, '%')
                || tokens.isSign(next, '٪')
                || (tokens.isWord(next) && words.isPercent(tokens.key(next)));
        next += percent ? 1 : 0;
        return percent;
    }

    private static double roundedNumber(double number) {
        return Math.rint(number * 10_000) / 10_000;
    }

    private double withGroups(double start) {
        double number = start;
        boolean more = tokens.length(next - 1) <= GROUP;
        while (more) {
            int group = isSeparated(next) ? next + 1 : next;
            more = tokens.isNumber(group) && tokens.length(group) == GROUP && isNear(group);
            if (more) {
                number = number * 1000 + tokens.numericValue(group);
                next = group + 1;
            }
        }
        return number;
    }

    /** A space of one character may stand between groups. */
    private boolean isNear(int group) {
        return tokens.start(group) - tokens.end(group - 1) <= (group == next ? 1 : 0);
    }

    private boolean isSeparated(int token) {
        return tokens.isSign(token)
                && tokens.touchesPrevious(token)
                && SEPARATORS.indexOf(tokens.text().charAt(tokens.start(token))) >= 0;
    }

    private double withFraction(double whole) {
        boolean fraction = isSeparated(next)
                && tokens.isNumber(next + 1)
                && tokens.touchesPrevious(next + 1)
                && tokens.length(next + 1) < GROUP
                && !isSeparated(next + 2);
        if (!fraction) {
            return whole;
        }
        double number = whole + tokens.numericValue(next + 1) / Math.pow(MIN_NUMBER, tokens.length(next + 1));
        next += 2;
        return number;
    }

    private double multipliedNumber(double start) {
        double number = start;
        double multiplier = multiplierAt(next);
        while (multiplier > 1) {
            number *= multiplier;
            next++;
            multiplier = multiplierAt(next);
        }
        return roundedNumber(number);
    }

    private double multiplierAt(int token) {
        return tokens.isWord(token) ? words.multiplierOf(tokens.key(token)) : 1;
    }
}
