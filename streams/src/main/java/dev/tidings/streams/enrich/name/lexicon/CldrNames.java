package dev.tidings.streams.enrich.name.lexicon;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.tidings.text.language.LanguageCandidate;
import dev.tidings.text.pack.LanguagePack;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The countries and the cities of time zones as CLDR writes them in a language. */
final class CldrNames {

    private static final ULocale ENGLISH = ULocale.ENGLISH;

    private CldrNames() {}

    /** Returns the locale that has a language's names: CLDR has Northern Kurdish under ku. */
    static String localeOf(String language) {
        if (language.isEmpty() || language.equals(LanguageCandidate.UNDETERMINED)) {
            return ENGLISH.getLanguage();
        }
        LanguagePack pack = LanguagePack.of(language);
        return pack.value("name-locale").orElse(pack.tag().isEmpty() ? language : pack.tag());
    }

    static void forEachName(String locale, BiConsumer<String, GazetteerEntry> names) {
        addCountries(new ULocale(locale), names);
        addCities(new ULocale(locale), names);
    }

    private static void addCountries(ULocale locale, BiConsumer<String, GazetteerEntry> names) {
        LocaleDisplayNames english = LocaleDisplayNames.getInstance(ENGLISH);
        LocaleDisplayNames full = LocaleDisplayNames.getInstance(locale);
        LocaleDisplayNames brief = LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT);
        for (String code : ULocale.getISOCountries()) {
            GazetteerEntry name = new GazetteerEntry(
                    NameKind.COUNTRY, withoutSarSuffix(english.regionDisplayName(code)), Optional.of(code));
            for (LocaleDisplayNames spelling : new LocaleDisplayNames[] {full, brief}) {
                String local = spelling.regionDisplayName(code);
                if (!local.equals(code)) {
                    names.accept(local, name);
                }
            }
        }
    }

    /** Hong Kong and Macao go by their own names. */
    private static String withoutSarSuffix(String display) {
        return display.replace(" SAR China", "");
    }

    private static void addCities(ULocale locale, BiConsumer<String, GazetteerEntry> names) {
        TimeZoneNames english = TimeZoneNames.getInstance(ENGLISH);
        TimeZoneNames local = TimeZoneNames.getInstance(locale);
        for (String zone : locatedZones()) {
            String label = english.getExemplarLocationName(zone);
            String spelling = local.getExemplarLocationName(zone);
            // The stations of Antarctica are surnames and common words: Davis, Palmer, Восток.
            boolean city = !zone.startsWith("Antarctica/");
            if (city && label != null && spelling != null && spelling.length() > 2) {
                Optional<String> code = Optional.of(TimeZone.getRegion(zone)).filter(region -> region.length() == 2);
                names.accept(spelling, new GazetteerEntry(NameKind.CITY, label, code));
            }
        }
    }

    /** In the order of their ids: ICU's own order differs from one process to the next, and the first spelling stays. */
    private static SortedSet<String> locatedZones() {
        return new TreeSet<>(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null));
    }
}
