package dev.tidings.streams.enrich.name.lexicon;

import dev.tidings.streams.enrich.token.KeyCache;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.enrich.token.Word;
import dev.tidings.streams.enrich.token.WordFilter;
import dev.tidings.text.language.LanguageTags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The known names as a text of one language writes them: the reviewed list in all its spellings, and CLDR's countries
 * and cities in that language. Looked up by the first word, longest name first. Immutable once made.
 */
public final class Gazetteer {

    /** A name met in a text. */
    public record Hit(int first, int last, GazetteerEntry name) {}

    record Spelling(List<String> keys, boolean capitals, boolean capital, GazetteerEntry name) {}

    /**
     * The names that a word begins.
     *
     * @param exact those that begin with the word as it stands
     * @param forms those that begin with a form it may be of, the nearest form first
     */
    public record Openings(List<Spelling> exact, List<List<Spelling>> forms) {
        private static final Openings NONE = new Openings(List.of(), List.of());

        public boolean isNone() {
            return exact.isEmpty() && forms.isEmpty();
        }
    }

    private static final Map<String, Gazetteer> BY_LANGUAGE = new ConcurrentHashMap<>();

    private static final int SHORT = 3;

    /** So many different words begin the names of a language, about. */
    private static final int FIRST_WORDS = 8_000;

    private final Map<String, List<Spelling>> byFirstWord = new HashMap<>();
    private final NameForms forms;
    private final KeyCache<Openings> openings;
    /** Lets through what begins a name. */
    private final WordFilter filter = new WordFilter(FIRST_WORDS);

    private final KnownPeople people = new KnownPeople();

    private Gazetteer(String language) {
        this.forms = new NameForms(language);
        this.openings = new KeyCache<>(this::findOpenings, this::mayOpen, Openings.NONE);
    }

    /** Returns the names for a language, by its primary subtag. */
    public static Gazetteer forLanguage(String language) {
        String primary = LanguageTags.primarySubtag(language);
        return BY_LANGUAGE.computeIfAbsent(CldrNames.localeOf(primary), Gazetteer::loadLocale);
    }

    private static Gazetteer loadLocale(String locale) {
        Gazetteer names = new Gazetteer(locale);
        TsvResource.forEachRow("known-names.tsv", names::addRow);
        CldrNames.forEachName(locale, names::add);
        return names;
    }

    private void addRow(List<String> fields) {
        NameKind kind = NameKind.valueOf(fields.get(0).toUpperCase(Locale.ROOT));
        Optional<String> code = Optional.of(fields.get(1)).filter(text -> !text.equals("-"));
        GazetteerEntry name = new GazetteerEntry(kind, fields.get(2), code);
        TsvResource.alternatives(fields.get(3)).forEach(spelling -> add(spelling, name));
        if (kind != NameKind.DEMONYM) {
            add(fields.get(2), name);
        }
        if (kind == NameKind.PERSON) {
            people.add(name);
        }
    }

    /** Adds a spelling unless it is known: the reviewed list goes before CLDR. */
    private void add(String spelling, GazetteerEntry name) {
        Tokens tokens = Tokens.of(spelling);
        List<String> keys = new ArrayList<>(tokens.size());
        for (int token = 0; token < tokens.size(); token++) {
            keys.add(tokens.key(token));
        }
        boolean common = keys.size() == 1 && NameWords.findByKey(keys.get(0)).hasKind(WordKind.COMMON);
        if (keys.isEmpty() || keys.get(0).isEmpty() || common) {
            return;
        }
        NameForms.addTo(filter, keys.get(0));
        List<Spelling> spellings = byFirstWord.computeIfAbsent(keys.get(0), any -> new ArrayList<>(1));
        if (spellings.stream().noneMatch(known -> known.keys().equals(keys))) {
            spellings.add(new Spelling(keys, isCapitals(spelling), tokens.isCapitalised(0), name));
            spellings.sort((one, other) -> other.keys().size() - one.keys().size());
        }
    }

    /** An abbreviation like US must be met in capitals: us is another word. */
    private static boolean isCapitals(String spelling) {
        return spelling.length() <= 5 && spelling.chars().allMatch(unit -> unit < 'a' && unit != ' ');
    }

    /** Returns the people of the list, to be found by sound. */
    public KnownPeople people() {
        return people;
    }

    /** Returns the names that a word begins. */
    public Openings openingsOf(Word word) {
        return openings.getOrCompute(word);
    }

    /** Returns the longest of some names that a token begins. */
    public static Optional<Hit> findLongestAt(Tokens tokens, int token, Openings opened) {
        Optional<Hit> exact = match(opened.exact(), tokens, token);
        if (exact.isPresent()) {
            return exact;
        }
        Optional<Hit> demonym = Optional.empty();
        for (List<Spelling> form : opened.forms()) {
            Optional<Hit> hit = match(form, tokens, token);
            // عێراقیش is of Iraq as much as of Iraqi; the country is the simpler reading.
            if (hit.isPresent() && hit.get().name().kind() != NameKind.DEMONYM) {
                return hit;
            }
            demonym = demonym.or(() -> hit);
        }
        return demonym;
    }

    private boolean mayOpen(Word word) {
        return filter.mayHold(word) || forms.mayLeadTo(word, filter);
    }

    private Openings findOpenings(String key) {
        List<List<Spelling>> forms = this.forms.formsOf(key).stream()
                .map(this::spellings)
                .filter(spellings -> !spellings.isEmpty())
                .toList();
        List<Spelling> exact = spellings(key);
        return exact.isEmpty() && forms.isEmpty() ? Openings.NONE : new Openings(exact, forms);
    }

    private List<Spelling> spellings(String firstKey) {
        return byFirstWord.getOrDefault(firstKey, List.of());
    }

    private static Optional<Hit> match(List<Spelling> spellings, Tokens tokens, int token) {
        for (Spelling spelling : spellings) {
            if (matchesTokens(spelling, tokens, token)) {
                return Optional.of(new Hit(token, token + spelling.keys().size() - 1, spelling.name()));
            }
        }
        return Optional.empty();
    }

    private static boolean matchesTokens(Spelling spelling, Tokens tokens, int token) {
        int last = token + spelling.keys().size() - 1;
        if (!tokens.hasToken(last) || tokens.spanIndex(last) != tokens.spanIndex(token)) {
            return false;
        }
        for (int at = 1; at < spelling.keys().size(); at++) {
            boolean equal = tokens.hasKey(token + at, spelling.keys().get(at));
            if (!equal && !(token + at == last && endsAs(spelling.keys().get(at), tokens.key(last)))) {
                return false;
            }
        }
        return casedAs(spelling, tokens, token, last);
    }

    private static boolean endsAs(String known, String key) {
        return known.length() >= 2 && key.startsWith(known) && NameForms.isSuffix(key, known.length());
    }

    private static boolean casedAs(Spelling spelling, Tokens tokens, int first, int last) {
        if (!spelling.capital()) {
            return true;
        }
        if (!spelling.capitals()) {
            return tokens.isCapitalised(first) && !isPartOfLonger(tokens, first, last);
        }
        return tokens.surface(first, last).chars().noneMatch(Character::isLowerCase) && !isSuffix(tokens, first);
    }

    /** Van Gogh and Van Vieng are not Van. */
    private static boolean isPartOfLonger(Tokens tokens, int first, int last) {
        return first == last && tokens.length(first) <= SHORT && tokens.isCapitalised(last + 1);
    }

    /** In BEŞİKTAŞ'UN the last two letters are a case, not the United Nations; l'ONU is of a short word. */
    private static boolean isSuffix(Tokens tokens, int token) {
        boolean apostrophe = tokens.isSign(token - 1, '\'') || tokens.isSign(token - 1, '\u2019');
        return apostrophe
                && tokens.touchesPrevious(token)
                && tokens.touchesPrevious(token - 1)
                && tokens.length(token - 2) > SHORT;
    }
}
