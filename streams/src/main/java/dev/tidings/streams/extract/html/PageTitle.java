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

    private static final String KICKER_ENDS = ":|/\u2013\u2014-\uff1a\uff5c";

    /** A name of a site is seldom longer. */
    private static final int LONGEST_NAME = 40;

    /** Of site, section and author together. */
    private static final int LONGEST_REST = 80;

    private static final int LEAST_TITLE = 8;

    private PageTitle() {}

    /** Returns the title; empty when the page has none. */
    static Optional<String> of(Document page, PageMeta meta, LinkedData linked) {
        List<String> headings = page.select("h1").stream()
                .map(LeafReader::line)
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
        Optional<String> told = linked.text("headline").map(title -> withoutSite(title, site, others));
        Optional<String> shared = meta.first("og:title").map(title -> withoutSite(title, site, others));
        return told.map(title -> shared.filter(other -> isKicked(title, other)).orElse(title))
                .or(() -> shared)
                .or(() -> heading)
                .or(() -> window.map(title -> withoutSite(title, site, headings)))
                .filter(title -> !title.isEmpty());
    }

    /** Some put the kicker before the headline, as {@code Kicker: headline}; without it the headline is whole. */
    private static boolean isKicked(String title, String headline) {
        int length = title.length() - headline.length();
        if (length < 2 || headline.length() < LEAST_TITLE || !title.endsWith(headline)) {
            return false;
        }
        String kicker = title.substring(0, length).strip();
        return KICKER_ENDS.indexOf(kicker.charAt(kicker.length() - 1)) >= 0;
    }

    /** What comes after a separator goes when it names the site, or when another title lacks just that. */
    private static String withoutSite(String title, Optional<String> site, List<String> others) {
        for (String separator : SEPARATORS) {
            for (int end = title.indexOf(separator, LEAST_TITLE); end >= 0; end = title.indexOf(separator, end + 1)) {
                String start = title.substring(0, end).strip();
                String name = title.substring(end + separator.length()).strip();
                boolean lacking = others.stream().anyMatch(other -> sameLetters(other, start));
                boolean named = site.map(known -> alike(known, name)).orElse(false);
                if ((lacking && name.length() <= LONGEST_REST) || (named && name.length() <= LONGEST_NAME)) {
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
}
