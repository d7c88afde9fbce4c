package dev.tidings.streams.extract.html;

import java.util.List;
import java.util.Optional;

/** What pages put behind a title that is none of it: the name of the site, often with section and author. */
final class SiteSuffix {

    private static final List<String> SEPARATORS =
            List.of(" | ", " - ", " – ", " — ", " :: ", " » ", " · ", "｜", "：", " / ", " • ");

    /** A name of a site is seldom longer. */
    private static final int MAX_NAME_CHARS = 40;

    /** Of site, section and author together. */
    private static final int MAX_SUFFIX_CHARS = 80;

    private static final int MIN_TITLE_CHARS = 8;

    /** What is longer is no title, and would take long to look through. */
    private static final int MAX_TITLE_CHARS = 2_000;

    private final Optional<String> site;

    /**
     * Prepares to cut off one site's name.
     *
     * @param site its name; empty when the page does not say it
     */
    SiteSuffix(Optional<String> site) {
        this.site = site.map(SiteSuffix::lettersOf).filter(name -> !name.isEmpty());
    }

    /** Returns a title without what comes after a separator and names the site, or is just what another title lacks. */
    String removeSuffix(String title, List<String> others) {
        if (title.length() > MAX_TITLE_CHARS) {
            return title;
        }
        String shorter = cutOnce(title, others);
        return shorter.length() < title.length() ? removeSuffix(shorter, others) : title;
    }

    private String cutOnce(String title, List<String> others) {
        for (String other : others) {
            if (isFollowedBySite(other, title)) {
                return other;
            }
        }
        for (String separator : SEPARATORS) {
            int from = Math.max(MIN_TITLE_CHARS, title.length() - separator.length() - MAX_SUFFIX_CHARS);
            for (int end = title.indexOf(separator, from); end >= 0; end = title.indexOf(separator, end + 1)) {
                String rest = title.substring(end + separator.length()).strip();
                String start = title.substring(0, end).strip();
                if (namesSite(rest) || others.stream().anyMatch(other -> sameLetters(other, start))) {
                    return start;
                }
            }
        }
        return title;
    }

    /** Behind another title the name of the site is known at the end, whatever sign is before it. */
    private boolean isFollowedBySite(String start, String title) {
        if (start.length() < MIN_TITLE_CHARS || start.length() >= title.length() || !title.startsWith(start)) {
            return false;
        }
        String rest = title.substring(start.length());
        return rest.length() <= MAX_SUFFIX_CHARS
                && !Character.isLetterOrDigit(rest.charAt(0))
                && site.filter(lettersOf(rest)::endsWith).isPresent();
    }

    private boolean namesSite(String rest) {
        if (rest.length() > MAX_NAME_CHARS) {
            return false;
        }
        String name = lettersOf(rest);
        return !name.isEmpty()
                && site.filter(known -> known.contains(name) || name.contains(known))
                        .isPresent();
    }

    /** Returns whether two titles differ in nothing but signs and capitals. */
    static boolean sameLetters(String one, String other) {
        return lettersOf(one).equals(lettersOf(other));
    }

    private static String lettersOf(String text) {
        return ArticleText.lettersOf(text, Integer.MAX_VALUE);
    }
}
