package dev.tidings.streams.enrich.name;

import dev.tidings.streams.enrich.name.lexicon.Gazetteer;
import dev.tidings.streams.enrich.name.lexicon.NameWords;
import dev.tidings.streams.enrich.name.rule.ArabicBodyRule;
import dev.tidings.streams.enrich.name.rule.CasedBodyRule;
import dev.tidings.streams.enrich.name.rule.CasedPersonRule;
import dev.tidings.streams.enrich.name.rule.GazetteerRule;
import dev.tidings.streams.enrich.name.rule.IzafeBodyRule;
import dev.tidings.streams.enrich.name.rule.NameMap;
import dev.tidings.streams.enrich.name.rule.NameRule;
import dev.tidings.streams.enrich.name.rule.RepeatedPersonRule;
import dev.tidings.streams.enrich.name.rule.RoadRule;
import dev.tidings.streams.enrich.name.rule.SurnameRule;
import dev.tidings.streams.enrich.name.rule.UncasedPersonRule;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.text.language.LanguageTags;
import dev.tidings.text.orthography.MatchKey;
import java.util.List;
import java.util.Set;

/**
 * Finds people, organisations and places: by a reviewed list in many scripts and CLDR's countries and cities, and by
 * the words around a name (titles, roles, verbs of saying, words for bodies), and by how news names a person again.
 * Pure, safe for any thread; linear but for the number of different people; never throws on any text.
 */
public final class NameFinder {

    /** Name and version of rules and lists, for the provenance. */
    public static final String VERSION = "names/3";

    private static final Set<String> KURDISH = Set.of("ckb", "sdh");

    private NameFinder() {}

    /**
     * Finds the names.
     *
     * @param tokens the text
     * @param language language of the text (BCP 47), or und
     */
    public static FoundNames findNames(Tokens tokens, String language) {
        NameMap names = new NameMap(tokens);
        Gazetteer known = Gazetteer.forLanguage(language);
        for (NameRule rule : rules(known, language)) {
            rule.apply(names);
        }
        boolean kurdish = KURDISH.contains(LanguageTags.primarySubtag(language));
        return new EntityBuilder(tokens, known.people(), kurdish).build(names.foundCandidates());
    }

    /** Returns whether a word stands beside names or is common as well: a title, a role, a word for a body, a verb. */
    public static boolean isBesideNames(String word) {
        return NameWords.findByKey(MatchKey.of(word)).inflected() != 0;
    }

    private static List<NameRule> rules(Gazetteer known, String language) {
        return List.of(
                new GazetteerRule(known),
                new RoadRule(),
                new CasedBodyRule(),
                new IzafeBodyRule(),
                new ArabicBodyRule(),
                new CasedPersonRule(),
                new RepeatedPersonRule(language),
                new UncasedPersonRule(),
                new SurnameRule());
    }
}
