package dev.tidings.streams.extract.html;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A run of text that a browser would show as a paragraph of its own.
 *
 * @param index position among the text runs of the page
 * @param owner the element whose paragraph it is
 * @param kind what it looks like
 * @param text the text, white space collapsed
 * @param linked how many of its characters are links
 * @param unlikelyElements elements around it that may be no part of the article, outermost first
 * @param weight length in characters of an alphabet: an ideograph says as much as several
 */
record TextRun(
        int index, Element owner, Kind kind, String text, int linked, List<Element> unlikelyElements, int weight) {

    private static final int SHORT = 25;
    private static final double MOSTLY_LINKS = 0.5;
    private static final double DIGIT_SHARE_THRESHOLD = 0.15;
    private static final int MAX_DATE_WEIGHT = 120;
    private static final Pattern YEAR = Pattern.compile("(?<!\\p{Nd})\\p{Nd}{4}(?!\\p{Nd})");

    /** What a text run looks like. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        CAPTION
    }

    TextRun(int index, Element owner, Kind kind, String text, int linked, List<Element> unlikelyElements) {
        this(index, owner, kind, text, linked, unlikelyElements, proseWeight(text));
    }

    private static int proseWeight(String text) {
        int weight = text.length();
        for (int i = 0; i < text.length(); i++) {
            weight += text.charAt(i) >= '\u2e80' && text.charAt(i) < '\ufb00' ? 2 : 0;
        }
        return weight;
    }

    /** Returns whether most of it is links. */
    boolean isLinks() {
        return linked > MOSTLY_LINKS * text.length();
    }

    /** Returns whether it reads like a paragraph of an article. */
    boolean isProse() {
        return (kind == Kind.PARAGRAPH || kind == Kind.ITEM) && weight >= SHORT && !isLinks();
    }

    /** Returns whether it is rather when something was published and updated than words. */
    boolean isNumbers() {
        return text.chars().filter(Character::isDigit).count() > DIGIT_SHARE_THRESHOLD * text.length();
    }

    /** Returns whether it is short and has four digits, of any script, that may be a year. */
    boolean mayDate() {
        return weight <= MAX_DATE_WEIGHT && !isLinks() && YEAR.matcher(text).find();
    }

    /** Returns the outermost element around it that is marked as an article. */
    Optional<Element> articleElement() {
        @Nullable Element open = owner;
        Optional<Element> outermost = Optional.empty();
        while (open != null) {
            outermost = open.normalName().equals("article") ? Optional.of(open) : outermost;
            open = open.parent();
        }
        return outermost;
    }
}
