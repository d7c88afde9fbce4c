package dev.tidings.text.trainer;

import java.util.Set;
import java.util.SplittableRandom;

/**
 * Re-spells samples as Arabic keyboards do, since feeds do: ك and ه for ک and ە in Kurdish, often ي ر ل for ی ڕ ڵ
 * too; ك and ي in the other languages of Persian letters.
 */
final class KeyboardSpelling {
    private static final Set<String> KURDISH = Set.of("ckb", "hac");
    private static final Set<String> PERSIAN_LETTERS =
            Set.of("fas", "urd", "pus", "glk", "azb", "skr", "pnb", "trw", "brh", "bal");
    private static final double KURDISH_SHARE = 0.4;
    private static final double PERSIAN_SHARE = 1.0 / 6;

    private KeyboardSpelling() {}

    static String varySpelling(String text, String language, SplittableRandom random) {
        if (KURDISH.contains(language) && random.nextDouble() < KURDISH_SHARE) {
            String half = text.replace('ک', 'ك').replace('ە', 'ه').replace("\u200C", "");
            return random.nextBoolean()
                    ? half
                    : half.replace('ی', 'ي').replace('ڕ', 'ر').replace('ڵ', 'ل');
        }
        if (PERSIAN_LETTERS.contains(language) && random.nextDouble() < PERSIAN_SHARE) {
            return text.replace('ک', 'ك').replace('ی', 'ي');
        }
        return text;
    }
}
