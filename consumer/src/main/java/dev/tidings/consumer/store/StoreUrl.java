package dev.tidings.consumer.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a store: the kind, and where it is.
 *
 * @param scheme kind of the store, e.g. {@code sqlite}; lower case
 * @param location where it is, in the form that its kind has; not blank
 */
public record StoreUrl(String scheme, String location) {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9+.-]*):(.+)");

    /** Refuses what {@link #toString} could not be parsed back from. */
    public StoreUrl {
        if (!FORM.matcher(scheme + ":" + location).matches() || location.isBlank()) {
            throw new IllegalArgumentException(scheme + ":" + location);
        }
    }

    /**
     * Parses the text of a URL, e.g. {@code sqlite:/srv/news.db}.
     *
     * @throws IllegalArgumentException when it has no scheme, as a plain path has none, or nothing after it
     */
    public static StoreUrl parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new StoreUrl(form.group(1), form.group(2));
    }

    @Override
    public String toString() {
        return scheme + ":" + location;
    }
}
