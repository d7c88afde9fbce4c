package dev.tidings.streams.dedup.match;

import java.util.Locale;

/** The rule that gave a verdict, strongest first. */
public enum Rule {
    /** Same article, revision and content at another source position. */
    REPUBLISHED(Verdict.EXACT),
    /** Another revision of an indexed article. */
    SAME_ID(Verdict.REVISION),
    /** Same canonical URL, another text. */
    SAME_URL(Verdict.REVISION),
    /** Same folded text. */
    EXACT_FINGERPRINT(Verdict.EXACT),
    /** Nearly the same text or part of it, but facts in it are others. */
    FACTS_CHANGED(Verdict.UPDATED),
    /** Nearly the same text, but more than next to nothing was added. */
    ADDED_TEXT(Verdict.EXPANSION),
    /** Jaccard similarity over the threshold for texts of that length. */
    NEAR(Verdict.NEAR),
    /** Contained in a longer, indexed text. */
    CONTAINED(Verdict.CONTAINED),
    /** Contains a shorter, indexed text. */
    EXPANSION(Verdict.EXPANSION),
    /** Contains a shorter, indexed text, and beside it nothing but a frame. */
    NOTHING_ADDED(Verdict.NEAR),
    /** Matches in every quarter of the text. */
    REWRITTEN(Verdict.REWRITTEN),
    /** Nearly the same words under another headline, with another name: one form, two events. */
    SAME_FORM(Verdict.RELATED_TEXT),
    /** Shares a good part, but not as a copy does. */
    RELATED_TEXT(Verdict.RELATED_TEXT),
    /** Every earlier revision of the article was a dead letter, so nothing of it has been published. */
    AFTER_DEAD_LETTER(Verdict.NEW),
    /** Similar words around other numbers: one template, two events. */
    NUMBERS_DIFFER(Verdict.NEW),
    /** Same canonical URL with another title and another text. */
    URL_REUSED(Verdict.NEW),
    /** Compared, and too little is shared. */
    DISSIMILAR(Verdict.NEW),
    /** Nothing was found to compare with. */
    NO_CANDIDATE(Verdict.NEW);

    private final Verdict verdict;

    Rule(Verdict verdict) {
        this.verdict = verdict;
    }

    /** Returns the verdict this rule gives. */
    public Verdict verdict() {
        return verdict;
    }

    /** Returns the name that stands in evidence, e.g. {@code exact_fingerprint}. */
    public String publishedCode() {
        return name().toLowerCase(Locale.ROOT);
    }
}
