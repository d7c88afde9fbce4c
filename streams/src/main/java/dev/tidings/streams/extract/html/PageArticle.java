package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.BlockRole;
import dev.tidings.streams.extract.Statements;
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

/** Gives the leaves of an article their roles: with its paragraphs go their headings, its lead and its captions. */
final class PageArticle {

    private static final int LEAST_LEAD = 50;
    private static final int LONGEST_LEAD = 1_200;
    private static final int FARTHEST_LEAD = 40;
    private static final int FARTHEST_BYLINE = 15;
    private static final int FARTHEST_DATE = 4;
    private static final int LONGEST_CAPTION = 300;
    private static final int LEAST_REPEATED = 40;

    /** Letters of words like By, Von, Escrito por. */
    private static final int LONGEST_BY = 12;

    /** Photo: Somebody, © Agency at the end of a short paragraph. */
    private static final Pattern CREDIT_END = Pattern.compile(
            "(?:©|\\b(?:photos?|fotos?|image|picture|bild(?:rechte)?|credit|crédits?|фото|صورة|عکس|وێنە)\\s?:)\\s?[^.!?]{2,60}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LEAD_NAMES = Pattern.compile(
            "lead|standfirst|intro|summary|subtitle|\\bdek\\b|abstract|vorspann|chapo|entradilla|bajada|sommario|ingress",
            Pattern.CASE_INSENSITIVE);

    private final List<Leaf> leaves;
    private final ArticleFinder finder;
    /** By the index of the leaf. */
    private final Map<Integer, BlockRole> roles = new HashMap<>();

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
    PageArticle(List<Leaf> leaves, ArticleFinder finder, List<String> titles, Statements stated) {
        this.leaves = leaves;
        this.finder = finder;
        this.titles = titles.stream().map(PageArticle::letters).collect(Collectors.toSet());
        this.byline = stated.byline().map(PageArticle::letters).orElse("");
        List<Leaf> found = finder.find();
        if (!found.isEmpty()) {
            first = found.get(0).index();
            last = found.get(found.size() - 1).index();
            found.forEach(this::keep);
            addBetween();
            addLead();
            addByline();
            if (stated.published().isEmpty()) {
                addDate();
            }
        }
    }

    private void keep(Leaf leaf) {
        roles.put(leaf.index(), BlockRole.PARAGRAPH);
        @Nullable Element parent = leaf.owner().parent();
        if (parent != null) {
            parents.add(parent);
        }
    }

    /** A heading belongs to the paragraph below it, a short line to the paragraphs beside it. */
    private void addBetween() {
        boolean followed = false;
        for (int index = last; index >= first; index--) {
            Leaf leaf = leaves.get(index);
            if (roles.containsKey(leaf.index())) {
                followed = true;
            } else if (leaf.kind() == Leaf.Kind.CAPTION) {
                roles.put(leaf.index(), BlockRole.CAPTION);
            } else if (!finder.isMargin(leaf) && !leaf.isLinks() && !isTitle(leaf)) {
                boolean heading = leaf.kind() == Leaf.Kind.HEADING;
                if (heading ? followed : parents.contains(leaf.owner().parent())) {
                    roles.put(leaf.index(), BlockRole.PARAGRAPH);
                }
                followed = !heading;
            }
        }
    }

    /** Between the title and the first paragraph stands what sums the article up. */
    private void addLead() {
        int heading = titleBefore();
        for (int index = heading + 1; heading >= 0 && index < first; index++) {
            Leaf leaf = leaves.get(index);
            boolean lead = leaf.kind() != Leaf.Kind.CAPTION
                    && leaf.kind() != Leaf.Kind.ITEM
                    && !leaf.isLinks()
                    && leaf.weight() >= LEAST_LEAD
                    && leaf.weight() <= LONGEST_LEAD
                    && !leaf.isNumbers()
                    && !isTitle(leaf)
                    && !finder.isMargin(leaf);
            if (lead) {
                roles.put(leaf.index(), BlockRole.LEAD);
            }
        }
    }

    /** The names stand above the text, often in a box that speaks against its being the article. */
    private void addByline() {
        leaves.subList(Math.max(0, first - FARTHEST_BYLINE), first).stream()
                .filter(this::isByline)
                .findFirst()
                .ifPresent(leaf -> roles.put(leaf.index(), BlockRole.BYLINE));
    }

    /** The line that says when stands between title and text, else right before the title. What it says is read later. */
    private void addDate() {
        int heading = titleBefore();
        int from = heading < 0 ? first - FARTHEST_DATE : heading + 1;
        if (!addDate(Math.max(0, from), first) && heading > 0) {
            addDate(Math.max(0, heading - FARTHEST_DATE), heading);
        }
    }

    private boolean addDate(int from, int to) {
        Optional<Leaf> line = leaves.subList(from, to).stream()
                .filter(leaf -> !roles.containsKey(leaf.index()) && leaf.mayDate())
                .findFirst();
        line.ifPresent(leaf -> roles.put(leaf.index(), BlockRole.METADATA));
        return line.isPresent();
    }

    private boolean isByline(Leaf leaf) {
        String letters = letters(leaf.text());
        return !byline.isEmpty() && letters.endsWith(byline) && letters.length() <= byline.length() + LONGEST_BY;
    }

    private int titleBefore() {
        for (int index = first - 1; index >= Math.max(0, first - FARTHEST_LEAD); index--) {
            if (isTitle(leaves.get(index))) {
                return index;
            }
        }
        return -1;
    }

    private boolean isTitle(Leaf leaf) {
        return leaf.owner().normalName().equals("h1") || titles.contains(letters(leaf.text()));
    }

    /** Returns how many elements of articles, one beside the other, the text comes from; 0 when none are marked as such. */
    int articles() {
        return ArticleFinder.articles(leaves.stream()
                .filter(leaf -> roles.get(leaf.index()) == BlockRole.PARAGRAPH)
                .toList());
    }

    /** Writes the article's paragraphs in their order. */
    void write(Rendering rendering) {
        Set<String> written = new HashSet<>();
        for (Leaf leaf : leaves) {
            @Nullable BlockRole role = roles.get(leaf.index());
            if (role != null) {
                boolean again = leaf.weight() >= LEAST_REPEATED && !written.add(leaf.text());
                rendering.add(leaf.text(), again ? BlockRole.DUPLICATE : role(leaf, role));
            }
        }
    }

    private BlockRole role(Leaf leaf, BlockRole role) {
        if (!role.isBody()) {
            return role;
        }
        if (leaf.text().length() <= LONGEST_CAPTION
                && CREDIT_END.matcher(leaf.text()).find()) {
            return BlockRole.CAPTION;
        }
        if (isByline(leaf)) {
            return BlockRole.BYLINE;
        }
        return leaf.index() == first
                        && LEAD_NAMES.matcher(leaf.owner().className()).find()
                ? BlockRole.LEAD
                : role;
    }

    private static String letters(String text) {
        return ArticleText.letters(text, Integer.MAX_VALUE);
    }
}
