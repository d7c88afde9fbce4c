package dev.tidings.app.cli.why;

import dev.tidings.streams.dedup.match.Rule;
import java.util.Locale;

/** The rules of deduplication in words. */
final class RuleText {

    private RuleText() {}

    /** Returns what a rule's code means; the code itself when a newer version made it. */
    static String ruleWords(String code) {
        for (Rule rule : Rule.values()) {
            if (rule.publishedCode().equals(code)) {
                return ruleWords(rule);
            }
        }
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String ruleWords(Rule rule) {
        return switch (rule) {
            case REPUBLISHED -> "the same content of the same article was published before";
            case SAME_ID -> "another revision of the same article was published before";
            case SAME_URL -> "another text was published under the same address";
            case EXACT_FINGERPRINT -> "the text is the same but for spelling variants";
            case NEAR -> "the text is nearly the same";
            case CONTAINED -> "the text is a part of a longer one";
            case FACTS_CHANGED -> "the text is nearly the same, but states other facts";
            case ADDED_TEXT -> "the text is nearly the same, and more was added than next to nothing";
            case NOTHING_ADDED -> "the text contains a shorter one and adds nothing but a frame";
            case SAME_FORM -> "the words are nearly the same, under another headline and with other names";
            case EXPANSION -> "the text contains a shorter one and adds to it";
            case REWRITTEN -> "every part of the text follows the other in other words";
            case RELATED_TEXT -> "the texts share passages";
            case AFTER_DEAD_LETTER -> "every earlier revision of the article was a dead letter, none was published";
            case NUMBERS_DIFFER -> "the words are alike, but the numbers are others";
            case URL_REUSED -> "the address is the same, but title and text are others";
            case DISSIMILAR -> "even the nearest text shares too little";
            case NO_CANDIDATE -> "nothing was found to compare with";
        };
    }
}
