package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.DocumentMetadata;
import dev.tidings.streams.extract.TextBlockRole;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Gives the text runs of an article their roles: with its paragraphs go their headings, its lead and its captions. */
final class PageArticle {

    private static final int MIN_LEAD_WEIGHT = 50;
    private static final int MAX_LEAD_WEIGHT = 1_200;
    private static final int FARTHEST_LEAD = 40;
    private static final int FARTHEST_BYLINE = 15;
    private static final int FARTHEST_DATE = 4;
    private static final int MAX_CAPTION_CHARS = 300;
    private static final int MIN_REPEATED_WEIGHT = 40;

    /** Letters of words like By, Von, Escrito por. */
    private static final int MAX_BYLINE_PREFIX_LETTERS = 12;

    /** Photo: Somebody, © Agency at the end of a short paragraph. */
    private static final Pattern CREDIT_END = Pattern.compile(
            "(?:©|\\b(?:photos?|fotos?|image|picture|bild(?:rechte)?|credit|crédits?|фото|صورة|عکس|وێنە)\\s?:)\\s?[^.!?]{2,60}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LEAD_NAMES = Pattern.compile(
            "lead|standfirst|intro|summary|subtitle|\\bdek\\b|abstract|vorspann|chapo|entradilla|bajada|sommario|ingress",
            Pattern.CASE_INSENSITIVE);

    private final List<TextRun> textRuns;
    private final ArticleFinder finder;
    /** Roles by the index of the text run. */
    private final Map<Integer, TextBlockRole> roles = new HashMap<>();

    private final Set<Element> parents = new HashSet<>();
    private final Set<String> titles;
    private final String byline;
    private int first;
    private int last;

    /**
     * Assigns the roles.
     *
     * @param titles the titles, of which none is repeated
     * @param stated what the page says of itself: the authors; a date, without which a line is looked for that has one
     */
    PageArticle(List<TextRun> textRuns, ArticleFinder finder, List<String> titles, DocumentMetadata stated) {
        this.textRuns = textRuns;
        this.finder = finder;
        this.titles = titles.stream().map(PageArticle::lettersOf).collect(Collectors.toSet());
        this.byline = stated.byline().map(PageArticle::lettersOf).orElse("");
        List<TextRun> found = finder.findTextRuns();
        if (!found.isEmpty()) {
            first = found.get(0).index();
            last = found.get(found.size() - 1).index();
            found.forEach(this::keepRun);
            addBetween();
            addLead();
            addByline();
            if (stated.published().isEmpty()) {
                addDate();
            }
        }
    }

    private void keepRun(TextRun textRun) {
        roles.put(textRun.index(), TextBlockRole.PARAGRAPH);
        @Nullable Element parent = textRun.owner().parent();
        if (parent != null) {
            parents.add(parent);
        }
    }

    /** A heading belongs to the paragraph below it, a short line to the paragraphs beside it. */
    private void addBetween() {
        boolean followed = false;
        for (int index = last; index >= first; index--) {
            TextRun textRun = textRuns.get(index);
            if (roles.containsKey(textRun.index())) {
                followed = true;
            } else if (textRun.kind() == TextRun.Kind.CAPTION) {
                roles.put(textRun.index(), TextBlockRole.CAPTION);
            } else if (!finder.isUnlikely(textRun) && !textRun.isLinks() && !isTitle(textRun)) {
                boolean heading = textRun.kind() == TextRun.Kind.HEADING;
                if (heading ? followed : parents.contains(textRun.owner().parent())) {
                    roles.put(textRun.index(), TextBlockRole.PARAGRAPH);
                }
                followed = !heading;
            }
        }
    }

    /** Between the title and the first paragraph stands what sums the article up. */
    private void addLead() {
        int heading = titleBefore();
        for (int index = heading + 1; heading >= 0 && index < first; index++) {
            TextRun textRun = textRuns.get(index);
            boolean lead = textRun.kind() != TextRun.Kind.CAPTION
                    && textRun.kind() != TextRun.Kind.ITEM
                    && !textRun.isLinks()
                    && textRun.weight() >= MIN_LEAD_WEIGHT
                    && textRun.weight() <= MAX_LEAD_WEIGHT
                    && !textRun.isNumbers()
                    && !isTitle(textRun)
                    && !finder.isUnlikely(textRun);
            if (lead) {
                roles.put(textRun.index(), TextBlockRole.LEAD);
            }
        }
    }

    /** The names stand above the text, often in a box that speaks against its being the article. */
    private void addByline() {
        textRuns.subList(Math.max(0, first - FARTHEST_BYLINE), first).stream()
                .filter(this::isByline)
                .findFirst()
                .ifPresent(textRun -> roles.put(textRun.index(), TextBlockRole.BYLINE));
    }

    /**
     * The line that says when stands between title and text, else right before the title. What it says is read later.
     */
    private void addDate() {
        int heading = titleBefore();
        int from = heading < 0 ? first - FARTHEST_DATE : heading + 1;
        if (!addDate(Math.max(0, from), first) && heading > 0) {
            addDate(Math.max(0, heading - FARTHEST_DATE), heading);
        }
    }

    private boolean addDate(int from, int to) {
        Optional<TextRun> line = textRuns.subList(from, to).stream()
                .filter(textRun -> !roles.containsKey(textRun.index()) && textRun.mayDate())
                .findFirst();
        line.ifPresent(textRun -> roles.put(textRun.index(), TextBlockRole.METADATA));
        return line.isPresent();
    }

    private boolean isByline(TextRun textRun) {
        String letters = lettersOf(textRun.text());
        return !byline.isEmpty()
                && letters.endsWith(byline)
                && letters.length() <= byline.length() + MAX_BYLINE_PREFIX_LETTERS;
    }

    private int titleBefore() {
        for (int index = first - 1; index >= Math.max(0, first - FARTHEST_LEAD); index--) {
            if (isTitle(textRuns.get(index))) {
                return index;
            }
        }
        return -1;
    }

    private boolean isTitle(TextRun textRun) {
        return textRun.owner().normalName().equals("h1") || titles.contains(lettersOf(textRun.text()));
    }

    /**
     * Returns how many elements of articles, one beside the other, the text comes from; 0 when none are marked as such.
     */
    int articleElementCount() {
        return ArticleFinder.countArticleElements(textRuns.stream()
                .filter(textRun -> roles.get(textRun.index()) == TextBlockRole.PARAGRAPH)
                .toList());
    }

    /** Writes the article's paragraphs in their order. */
    void writeParagraphs(Rendering rendering) {
        Set<String> written = new HashSet<>();
        for (TextRun textRun : textRuns) {
            @Nullable TextBlockRole role = roles.get(textRun.index());
            if (role != null) {
                boolean again = textRun.weight() >= MIN_REPEATED_WEIGHT && !written.add(textRun.text());
                rendering.addParagraph(textRun.text(), again ? TextBlockRole.DUPLICATE : roleOf(textRun, role));
            }
        }
    }

    private TextBlockRole roleOf(TextRun textRun, TextBlockRole role) {
        if (!role.isBody()) {
            return role;
        }
        if (textRun.text().length() <= MAX_CAPTION_CHARS && hasCreditAtEnd(textRun.text())) {
            return TextBlockRole.CAPTION;
        }
        if (isByline(textRun)) {
            return TextBlockRole.BYLINE;
        }
        return textRun.index() == first
                        && LEAD_NAMES.matcher(textRun.owner().className()).find()
                ? TextBlockRole.LEAD
                : role;
    }

    /** The pattern is slow, and asks for one of two signs that most paragraphs do not have. */
    private static boolean hasCreditAtEnd(String text) {
        return (text.indexOf(':') >= 0 || text.indexOf('©') >= 0)
                && CREDIT_END.matcher(text).find();
    }

    private static String lettersOf(String text) {
        return ArticleText.lettersOf(text, Integer.MAX_VALUE);
    }
}
