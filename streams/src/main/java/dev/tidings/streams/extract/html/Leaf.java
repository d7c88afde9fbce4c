package dev.tidings.streams.extract.html;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A run of text that a browser would show as a paragraph of its own.
 *
 * @param index position among the leaves of the page
 * @param owner the element whose paragraph it is
 * @param kind what it looks like
 * @param text the text, white space collapsed
 * @param linked how many of its characters are links
 * @param suspects elements around it that may be no part of the article, outermost first
 */
record Leaf(int index, Element owner, Kind kind, String text, int linked, List<Element> suspects) {

    private static final int SHORT = 25;
    private static final double MOSTLY_LINKS = 0.5;

    /** What a leaf looks like. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        CAPTION
    }

    /** Returns the length in characters of an alphabet: an ideograph says as much as several. */
    int weight() {
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
        return (kind == Kind.PARAGRAPH || kind == Kind.ITEM) && weight() >= SHORT && !isLinks();
    }
}
