package dev.tidings.streams.extract.html;

import java.util.List;
import java.util.Optional;

/** What pages put behind a title that is none of it: the name of the site, often with section and author. */
final class SiteSuffix {

    private static final List<String> SEPARATORS =
            List.of(" | ", " - ", " – ", " — ", " :: ", " » ", " · ", "｜", "：", " / ", " • ");

    /** A name of a site is seldom longer. */
    private static final int LONGEST_NAME = 40;

    /** Of site, section and author together. */
    private static final int LONGEST_REST = 80;

    private static final int LEAST_TITLE = 8;

    /** What is longer is no title, and would take long to look through. */
    private static final int LONGEST_TITLE = 2_000;

    private final Optional<String> site;

    /**
     * Prepares to cut off one site's name.
     *
     * @param site its name; empty when the page does not say it
     */
    SiteSuffix(Optional<String> site) {
        this.site = site.map(SiteSuffix::letters).filter(name -> !name.isEmpty());
    }

    /** Returns a title without what comes after a separator and names the site, or is just what another title lacks. */
    String cut(String title, List<String> others) {
        if (title.length() > LONGEST_TITLE) {
            return title;
        }
        String shorter = cutOnce(title, others);
        return shorter.length() < title.length() ? cut(shorter, others) : title;
    }

    private String cutOnce(String title, List<String> others) {
        for (String other : others) {
            if (isFollowedBySite(other, title)) {
                return other;
            }
        }
        for (String separator : SEPARATORS) {
            int from = Math.max(LEAST_TITLE, title.length() - separator.length() - LONGEST_REST);
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
        if (start.length() < LEAST_TITLE || start.length() >= title.length() || !title.startsWith(start)) {
            return false;
        }
        String rest = title.substring(start.length());
        return rest.length() <= LONGEST_REST
                && !Character.isLetterOrDigit(rest.charAt(0))
                && site.filter(letters(rest)::endsWith).isPresent();
    }

    private boolean namesSite(String rest) {
        if (rest.length() > LONGEST_NAME) {
            return false;
        }
        String name = letters(rest);
        return !name.isEmpty()
                && site.filter(known -> known.contains(name) || name.contains(known))
                        .isPresent();
    }

    /** Returns whether two titles differ in nothing but signs and capitals. */
    static boolean sameLetters(String one, String other) {
        return letters(one).equals(letters(other));
    }

    private static String letters(String text) {
        return ArticleText.letters(text, Integer.MAX_VALUE);
    }
}
