package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.Title;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * The title of a page's article: as its data have it, else as it is shared, else its only first-level heading, else the
 * window's; always without the name of the site after it.
 */
final class PageTitle {

    private static final List<String> SEPARATORS =
            List.of(" | ", " - ", " – ", " — ", " :: ", " » ", " · ", "｜", "：", " / ", " • ");

    /** A name of a site is seldom longer. */
    private static final int LONGEST_NAME = 40;

    private static final int LEAST_TITLE = 8;

    private PageTitle() {}

    /** Returns the title; empty when the page has none. */
    static Optional<String> of(Document page, PageMeta meta, LinkedData linked) {
        List<String> headings = page.select("h1").stream()
                .map(heading -> Title.oneLine(heading.text()))
                .filter(heading -> !heading.isEmpty())
                .distinct()
                .toList();
        Optional<String> heading = headings.size() == 1 ? Optional.of(headings.get(0)) : Optional.empty();
        Optional<String> window = Optional.of(Title.oneLine(page.title()));
        Optional<String> site = meta.first("og:site_name")
                .or(() -> linked.names("publisher").stream().findFirst());
        List<String> others = Stream.of(linked.text("headline"), Optional.of(String.join(" ", headings)), window)
                .flatMap(Optional::stream)
                .toList();
        return linked.text("headline")
                .or(() -> meta.first("og:title"))
                .map(title -> withoutSite(title, site, others))
                .map(title -> asHeadingSpacesIt(title, heading))
                .or(() -> heading)
                .or(() -> window.map(title -> withoutSite(title, site, headings)))
                .filter(title -> !title.isEmpty());
    }

    /** What comes after the last separator goes when it names the site, or when another title lacks just that. */
    private static String withoutSite(String title, Optional<String> site, List<String> others) {
        for (String separator : SEPARATORS) {
            int end = title.lastIndexOf(separator);
            if (end >= LEAST_TITLE) {
                String start = title.substring(0, end).strip();
                String name = title.substring(end + separator.length()).strip();
                boolean lacking = others.stream().anyMatch(other -> sameLetters(other, start));
                boolean named = site.map(known -> alike(known, name)).orElse(false);
                if (name.length() <= LONGEST_NAME && (lacking || named)) {
                    return withoutSite(start, site, others);
                }
            }
        }
        return title;
    }

    private static boolean alike(String site, String name) {
        String one = letters(site);
        String other = letters(name);
        return !other.isEmpty() && (one.contains(other) || other.contains(one));
    }

    private static boolean sameLetters(String one, String other) {
        return letters(one).equals(letters(other));
    }

    private static String letters(String text) {
        return ArticleText.letters(text, Integer.MAX_VALUE);
    }

    private static String asHeadingSpacesIt(String title, Optional<String> heading) {
        return heading.filter(shown -> withoutSpace(shown).equals(withoutSpace(title)))
                .orElse(title);
    }

    private static String withoutSpace(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isSpaceChar(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
