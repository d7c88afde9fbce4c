package dev.tidings.streams.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an article was written, by the words before its first dash: {@code ANKARA (Reuters) -}, {@code بغداد (رويترز)
 * -}. Without an agency only a place in capitals counts: any sentence may begin with a word and a dash.
 *
 * @param place the place, verbatim
 * @param agency the agency, verbatim
 */
public record Dateline(String place, Optional<String> agency) {

    private static final String PLACE = "(\\p{L}[\\p{L}\\p{M}'’. -]{1,38}?)";
    private static final String DASH = "\\s*[-–—]{1,2}\\s";
    private static final String DAY =
            "(?:[,،]\\s*[\\p{L}\\p{M}.]{3,12}\\.?\\s*\\p{Nd}{1,2}|[,،]\\s*\\p{Nd}{1,2}\\.?\\s*[\\p{L}\\p{M}.]{3,12})?";

    private static final Pattern WITH_AGENCY =
            Pattern.compile("^" + PLACE + DAY + "\\s*[(（]\\s*([\\p{L}\\p{M}][^()（）]{1,30}?)\\s*[)）]" + DASH);

    private static final Pattern IN_CAPITALS =
            Pattern.compile("^(\\p{Lu}[\\p{Lu}'’.-]+(?: \\p{Lu}[\\p{Lu}'’.-]+){0,3})" + DAY + DASH);

    /** Returns the dateline that a paragraph begins with. */
    public static Optional<Dateline> of(String paragraph) {
        String start = paragraph.substring(0, Math.min(paragraph.length(), 120));
        if (start.indexOf('-') < 0 && start.indexOf('–') < 0 && start.indexOf('—') < 0) {
            return Optional.empty();
        }
        Matcher agency = WITH_AGENCY.matcher(start);
        if (agency.find()) {
            return Optional.of(new Dateline(agency.group(1).strip(), Optional.of(agency.group(2))));
        }
        Matcher capitals = IN_CAPITALS.matcher(start);
        return capitals.find()
                ? Optional.of(new Dateline(capitals.group(1).strip(), Optional.empty()))
                : Optional.empty();
    }
}
