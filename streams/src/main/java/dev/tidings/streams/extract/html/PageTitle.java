package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.Title;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * The title of a page's article: the headline of its data or the title it is shared under, else its only first-level
 * heading, else the window's; always without the name of the site after it.
 */
final class PageTitle {

    private static final String KICKER_ENDS = ":|/\u2013\u2014-\uff1a\uff5c";

    private static final int MIN_TITLE_CHARS = 8;

    private static final Pattern ELLIPSIS = Pattern.compile("\\s?(\u2026|\\.\\.\\.)$");

    private final List<String> headings;
    private final Optional<String> headline;
    private final Optional<String> shared;
    private final String window;
    private final List<String> names;

    /** Reads the titles of a page. */
    PageTitle(Document page, MetaTags meta, LinkedData linked) {
        headings = headingTexts(page);
        String title = Title.oneLine(page.title());
        Optional<String> told = linked.textProperty("headline");
        Optional<String> given = meta.firstContent("og:title");
        List<String> others = commonEnding(told, given)
                ? List.of()
                : presentTitles(List.of(
                        told,
                        meta.firstContent("headline"),
                        Optional.of(String.join(" ", headings)),
                        Optional.of(title)));
        SiteSuffix suffix = new SiteSuffix(meta.firstContent("og:site_name")
                .or(() -> linked.namesOf("publisher").stream().findFirst()));
        headline = told.map(text -> suffix.removeSuffix(text, others));
        shared = given.map(text -> suffix.removeSuffix(text, others));
        window = suffix.removeSuffix(
                title,
                Stream.concat(headings.stream(), presentTitles(List.of(headline, shared)).stream())
                        .toList());
        names = presentTitles(List.of(linked.textProperty("name"), linked.textProperty("alternativeHeadline")));
    }

    private static List<String> headingTexts(Document page) {
        return page.select("h1").stream()
                .map(TextRunExtractor::singleLineText)
                .filter(heading -> !heading.isEmpty())
                .distinct()
                .toList();
    }

    /** What both end with belongs to the title, unless it names the site. */
    private static boolean commonEnding(Optional<String> told, Optional<String> given) {
        return told.flatMap(title -> given.filter(other -> SiteSuffix.sameLetters(title, other)))
                .isPresent();
    }

    private static List<String> presentTitles(List<Optional<String>> titles) {
        return titles.stream().flatMap(Optional::stream).toList();
    }

    /** Returns the title; empty when the page has none. */
    Optional<String> titleText() {
        return headline.map(
                        told -> shared.map(given -> chooseTitle(told, given)).orElse(told))
                .or(() -> shared)
                .or(() -> headings.stream().findFirst().filter(heading -> headings.size() == 1))
                .or(() -> Optional.of(window))
                .filter(title -> !title.isEmpty());
    }

    /** Returns the title and what else the page calls the article; none of it is a part of the text. */
    List<String> allTitles() {
        return presentTitles(List.of(titleText(), headline, shared));
    }

    private String chooseTitle(String told, String given) {
        if (SiteSuffix.sameLetters(told, given)) {
            return window.equals(given) ? given : told;
        }
        return isKicked(told, given) || isCutOff(told, given) || isEditors(given, told) ? given : told;
    }

    /** Some put the kicker before the headline, as {@code Kicker: headline}; without it the headline is whole. */
    private static boolean isKicked(String title, String headline) {
        int length = title.length() - headline.length();
        if (length < 2 || headline.length() < MIN_TITLE_CHARS || !title.endsWith(headline)) {
            return false;
        }
        String kicker = title.substring(0, length).strip();
        return KICKER_ENDS.indexOf(kicker.charAt(kicker.length() - 1)) >= 0;
    }

    private static boolean isCutOff(String title, String whole) {
        String start = ELLIPSIS.matcher(title).replaceFirst("");
        return start.length() < title.length() && title.length() < whole.length() && whole.startsWith(start);
    }

    /**
     * Returns whether the title to share is the editors' own: the page has it as its heading, or has that of the
     * window, which is written for search engines. A name that the data give the article twice stands against both.
     */
    private boolean isEditors(String given, String told) {
        boolean toldTwice = names.stream().anyMatch(name -> SiteSuffix.sameLetters(name, told));
        boolean forSearch = isHeading(told) && SiteSuffix.sameLetters(window, told);
        return !toldTwice && (isHeading(given) || forSearch);
    }

    private boolean isHeading(String title) {
        return headings.stream().anyMatch(heading -> SiteSuffix.sameLetters(heading, title));
    }
}
