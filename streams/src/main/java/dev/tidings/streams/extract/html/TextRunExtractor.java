package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.Title;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Reads the text runs of a page in their order. Depth of nesting costs no stack. For one page. */
final class TextRunExtractor implements NodeFilter {

    /** A page of more is a list, not an article. */
    static final int MAX_TEXT_RUNS = 10_000;

    /** More boxes within boxes tell nothing more. */
    private static final int MAX_UNLIKELY_ELEMENTS = 16;

    private static final Set<String> SKIPPED = Set.of(
            "script style noscript template iframe svg math object embed canvas video audio map select textarea input button head"
                    .split(" ", -1));

    private static final Set<String> INLINE = Set.of(
            ("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb rp rt s samp small span"
                            + " strike strong sub sup time tt u var wbr img amp-img picture source o:p g-emoji")
                    .split(" ", -1));

    private final List<TextRun> textRuns = new ArrayList<>();
    private final Deque<Element> unlikelyElements = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int linked;
    private int links;
    private int captions;
    private int breaks;
    private boolean space;

    private TextRunExtractor() {}

    static List<TextRun> readRuns(Element body) {
        TextRunExtractor reader = new TextRunExtractor();
        NodeTraversor.filter(reader, body);
        reader.flushRun(body);
        return reader.textRuns;
    }

    /**
     * Returns the text of an element on one line; spaces of their own kind (not to be broken) stay, unlike with jsoup's
     * own.
     */
    static String singleLineText(Element element) {
        return Title.oneLine(readRuns(element).stream().map(TextRun::text).collect(Collectors.joining(" ")));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (textRuns.size() >= MAX_TEXT_RUNS) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode words) {
            appendText(words.getWholeText());
        } else if (node instanceof Element element) {
            return enterElement(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enterElement(Element element) {
        String tag = element.normalName();
        if (SKIPPED.contains(tag) || UnlikelyContent.isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (tag.equals("br")) {
            lineBreak(element);
        } else if (tag.equals("a")) {
            links++;
        } else if (!INLINE.contains(tag)) {
            flushRun(element.parent());
            captions += tag.equals("figure") || tag.equals("figcaption") ? 1 : 0;
            if (unlikelyElements.size() < MAX_UNLIKELY_ELEMENTS && UnlikelyContent.isUnlikely(element)) {
                unlikelyElements.addLast(element);
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element) || SKIPPED.contains(element.normalName())) {
            return FilterResult.CONTINUE;
        }
        String tag = element.normalName();
        if (tag.equals("a")) {
            links--;
        } else if (!INLINE.contains(tag) && !tag.equals("br")) {
            flushRun(element);
            captions -= tag.equals("figure") || tag.equals("figcaption") ? 1 : 0;
            if (element.equals(unlikelyElements.peekLast())) {
                unlikelyElements.removeLast();
            }
        }
        return FilterResult.CONTINUE;
    }

    /** One break wraps a line, two part paragraphs. */
    private void lineBreak(Element element) {
        breaks++;
        if (breaks > 1) {
            flushRun(element.parent());
        } else {
            space = true;
        }
    }

    private void appendText(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                space = true;
            } else if (c != '\ufeff') {
                if (space && !text.isEmpty()) {
                    text.append(' ');
                }
                space = false;
                breaks = 0;
                text.append(c);
                linked += links > 0 ? 1 : 0;
            }
        }
    }

    private void flushRun(@Nullable Element owner) {
        String content = text.toString().strip();
        if (!content.isEmpty() && owner != null) {
            textRuns.add(
                    new TextRun(textRuns.size(), owner, kindOf(owner), content, linked, List.copyOf(unlikelyElements)));
        }
        text.setLength(0);
        linked = 0;
        breaks = 0;
        space = false;
    }

    private TextRun.Kind kindOf(Element owner) {
        String tag = owner.normalName();
        if (captions > 0) {
            return TextRun.Kind.CAPTION;
        }
        if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) {
            return TextRun.Kind.HEADING;
        }
        return tag.equals("li") || tag.equals("dd") || tag.equals("dt") ? TextRun.Kind.ITEM : TextRun.Kind.PARAGRAPH;
    }
}
