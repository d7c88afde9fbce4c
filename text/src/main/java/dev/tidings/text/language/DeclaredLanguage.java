package dev.tidings.text.language;

import java.util.Map;
import java.util.Set;

/**
 * What a feed says its language is. It counts as evidence worth odds of nine to one for the languages it may mean, so
 * it settles a close call and never overrules a clear text.
 */
final class DeclaredLanguage {
    static final DeclaredLanguage NONE = new DeclaredLanguage(Set.of());

    private static final float LOG_ODDS = (float) Math.log(9);

    /**
     * Tags in use that mean other tags, or several: feeds say {@code ku} for either Kurdish, {@code no} for either
     * Norwegian.
     */
    private static final Map<String, Set<String>> MEANINGS = Map.ofEntries(
            Map.entry("ku", Set.of("ku", "ckb", "hac")),
            Map.entry("no", Set.of("nb", "nn")),
            Map.entry("sh", Set.of("sr", "hr", "bs")),
            Map.entry("fil", Set.of("tl")),
            Map.entry("iw", Set.of("he")),
            Map.entry("in", Set.of("id")),
            Map.entry("ji", Set.of("yi")),
            Map.entry("arb", Set.of("ar")),
            Map.entry("pes", Set.of("fa")),
            Map.entry("prs", Set.of("fa")),
            Map.entry("cmn", Set.of("zh")),
            Map.entry("ekk", Set.of("et")),
            Map.entry("lvs", Set.of("lv")));

    private final Set<String> primaries;

    private DeclaredLanguage(Set<String> primaries) {
        this.primaries = primaries;
    }

    /** Returns the meaning of a tag as feeds write it; a tag that means nothing known is no evidence. */
    static DeclaredLanguage of(String tag) {
        String primary = LanguageTags.primarySubtag(tag.strip());
        Set<String> known = MEANINGS.get(primary);
        if (known != null) {
            return new DeclaredLanguage(known);
        }
        return LanguageTags.iso639Of(primary)
                .flatMap(LanguageTags::tagOf)
                .map(meant -> new DeclaredLanguage(Set.of(LanguageTags.primarySubtag(meant))))
                .orElse(NONE);
    }

    /** Returns what to add to a language's log-probability. */
    float logOdds(Language language) {
        return primaries.contains(language.primary()) ? LOG_ODDS : 0;
    }

    /** Returns the most that {@link #logOdds} adds to any language. */
    float maxLogOdds() {
        return primaries.isEmpty() ? 0 : LOG_ODDS;
    }
}
