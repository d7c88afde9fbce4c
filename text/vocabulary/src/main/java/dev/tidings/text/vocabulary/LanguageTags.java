package dev.tidings.text.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes tags of languages as sources write them: {@code en_US}, {@code eng}, {@code English}. */
public final class LanguageTags {

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*");

    /** Three letters of those that have two; English names. */
    private static final Map<String, String> NAMES = new TreeMap<>();

    static {
        for (String language : Arrays.stream(Locale.getISOLanguages()).sorted().toList()) {
            Locale locale = Locale.forLanguageTag(language);
            NAMES.put(locale.getISO3Language(), locale.getLanguage());
            NAMES.put(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), locale.getLanguage());
        }
    }

    private LanguageTags() {}

    /** Returns the tag (BCP 47); empty when the text is none. */
    public static Optional<String> tagOf(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        if (NAMES.containsKey(name)) {
            return Optional.of(NAMES.get(name));
        }
        String tag = written.strip().replace('_', '-');
        return TAG.matcher(tag).matches()
                ? Optional.of(Locale.forLanguageTag(tag).toLanguageTag()).filter(known -> !known.equals("und"))
                : Optional.empty();
    }
}
