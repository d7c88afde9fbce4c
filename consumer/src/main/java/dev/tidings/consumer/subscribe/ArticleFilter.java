package dev.tidings.consumer.subscribe;

import dev.tidings.kafka.settings.NearestName;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.RelationKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;

/**
 * Which articles are wanted, told from their headers: what is not wanted is never decoded. Several values of one kind
 * are alternatives; all kinds must be met; a kind without values is met by everything. Immutable.
 *
 * @param languages primary subtags (BCP 47), lower case
 * @param scripts ISO 15924 codes, e.g. Arab
 * @param verdicts NEW or names of relation kinds
 * @param sources names of roots, feeds or services
 */
public record ArticleFilter(Set<String> languages, Set<String> scripts, Set<String> verdicts, Set<String> sources) {

    private static final Set<String> VERDICTS = Stream.concat(
                    Stream.of("NEW"), Arrays.stream(RelationKind.values()).map(RelationKind::name))
            .collect(Collectors.toCollection(TreeSet::new));

    /** Brings the codes into the form they have in headers. */
    public ArticleFilter {
        languages = eachChecked(languages, ArticleFilter::checkLanguage);
        scripts = eachChecked(scripts, ArticleFilter::checkScript);
        verdicts = eachChecked(verdicts, ArticleFilter::checkVerdict);
        sources = Set.copyOf(sources);
    }

    /** Returns the filter that every article meets. */
    public static ArticleFilter everyArticle() {
        return new ArticleFilter(Set.of(), Set.of(), Set.of(), Set.of());
    }

    /**
     * Returns this filter for articles in these languages alone.
     *
     * @param tags primary subtags, e.g. {@code ckb}, in any case
     * @throws SettingsException when one has more than a primary subtag
     */
    public ArticleFilter withLanguages(String... tags) {
        return new ArticleFilter(Set.of(tags), scripts, verdicts, sources);
    }

    /** Returns this filter for articles in these scripts alone, e.g. {@code Arab}, in any case. */
    public ArticleFilter withScripts(String... codes) {
        return new ArticleFilter(languages, Set.of(codes), verdicts, sources);
    }

    /**
     * Returns this filter for articles with these verdicts alone, in any case.
     *
     * @throws SettingsException when one is no verdict
     */
    public ArticleFilter withVerdicts(String... names) {
        return new ArticleFilter(languages, scripts, Set.of(names), sources);
    }

    /** Returns this filter for articles of these roots, feeds or services alone. */
    public ArticleFilter fromSources(String... names) {
        return new ArticleFilter(languages, scripts, verdicts, Set.of(names));
    }

    boolean matchesHeaders(Headers headers) {
        return meetsCondition(languages, headers, EventHeaders.LANG)
                && meetsCondition(scripts, headers, EventHeaders.SCRIPT)
                && meetsCondition(verdicts, headers, EventHeaders.VERDICT)
                && meetsCondition(sources, headers, EventHeaders.SOURCE);
    }

    private static boolean meetsCondition(Set<String> wanted, Headers headers, String name) {
        return wanted.isEmpty() || wanted.contains(ArticleHeaders.headerText(headers, name));
    }

    private static Set<String> eachChecked(Set<String> values, UnaryOperator<String> form) {
        return values.stream().map(form).collect(Collectors.toUnmodifiableSet());
    }

    private static String checkLanguage(String tag) {
        if (tag.indexOf('-') >= 0) {
            throw new SettingsException("language '" + tag + "' cannot be filtered by: expected a primary subtag like "
                    + tag.substring(0, tag.indexOf('-')) + "; filter by script beside it");
        }
        return tag.toLowerCase(Locale.ROOT);
    }

    private static String checkScript(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    private static String checkVerdict(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replace('-', '_');
        if (!VERDICTS.contains(upper)) {
            throw new SettingsException("there is no verdict '" + name + "'"
                    + NearestName.nearestTo(upper, VERDICTS)
                            .map(nearest -> "; did you mean " + nearest + "?")
                            .orElse("; expected one of " + String.join(", ", VERDICTS)));
        }
        return upper;
    }
}
