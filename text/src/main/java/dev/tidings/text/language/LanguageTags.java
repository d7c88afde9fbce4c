package dev.tidings.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The languages the identifier knows, in ISO 639-3 and in BCP 47: {@code kmr} is {@code ku-Latn}, {@code ckb} stays.
 */
public final class LanguageTags {
    private static final String RESOURCE = "languages.tsv";
    private static final Map<String, String> TAG_BY_CODE = readTable();
    private static final Map<String, String> CODE_BY_TAG = inverted(TAG_BY_CODE);

    private LanguageTags() {}

    /** Returns the BCP 47 tag of an ISO 639-3 code, empty for a language the identifier does not know. */
    public static Optional<String> tagOf(String iso639) {
        return Optional.ofNullable(TAG_BY_CODE.get(iso639));
    }

    /** Returns the ISO 639-3 code of a BCP 47 tag of this library, whatever script or region it names. */
    public static Optional<String> iso639Of(String tag) {
        String exact = CODE_BY_TAG.get(tag);
        return Optional.ofNullable(exact != null ? exact : CODE_BY_TAG.get(primarySubtag(tag)));
    }

    /** Returns the primary subtag in lower case: {@code ku} of {@code ku-Latn}, {@code en} of {@code en_US}. */
    public static String primarySubtag(String tag) {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Returns the ISO 639-3 codes of all languages known. */
    public static Set<String> iso639Codes() {
        return TAG_BY_CODE.keySet();
    }

    private static Map<String, String> inverted(Map<String, String> tagByCode) {
        Map<String, String> codeByTag = new HashMap<>();
        tagByCode.forEach((code, tag) -> {
            codeByTag.put(tag, code);
            codeByTag.putIfAbsent(primarySubtag(tag), code);
            codeByTag.putIfAbsent(code, code);
        });
        return Map.copyOf(codeByTag);
    }

    private static Map<String, String> readTable() {
        Map<String, String> tags = new LinkedHashMap<>();
        try (InputStream in = LanguageTags.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing from the jar");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(columns -> tags.put(columns[0], columns[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE + ": " + e.getMessage(), e);
        }
        return java.util.Collections.unmodifiableMap(tags);
    }
}
