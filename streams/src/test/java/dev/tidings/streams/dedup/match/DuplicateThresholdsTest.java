package dev.tidings.streams.dedup.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DuplicateThresholdsTest {

    private static final Path PAGE = Path.of("../docs/duplicates.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+)`");

    @Test
    void pageHasEveryThresholdWithItsNumber() throws Exception {
        assertThat(inPage()).containsExactlyInAnyOrderEntriesOf(inCode());
    }

    @Test
    void pageNamesNoThresholdThatIsGone() throws Exception {
        TreeSet<String> named = NAME.matcher(page())
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        // Verdicts are written in capitals too.
        named.remove("RELATED_TEXT");
        assertThat(inCode().keySet()).containsAll(named);
    }

    @Test
    void lengthThresholdGrowsWithTheText() {
        LengthThreshold threshold = new LengthThreshold(0.1, 0.2, 0.3);
        assertThat(Stream.of(1, 39, 40, 119, 120, 5_000).map(threshold::forLength))
                .containsExactly(0.1, 0.1, 0.2, 0.2, 0.3, 0.3);
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static Map<String, List<Double>> inPage() throws IOException {
        return ROW.matcher(page())
                .results()
                .collect(Collectors.toMap(row -> row.group(1), DuplicateThresholdsTest::numbers));
    }

    private static List<Double> numbers(MatchResult row) {
        return Stream.of(row.group(2).split(","))
                .map(String::strip)
                .map(number -> number.equals("never") ? DuplicateThresholds.NEVER : Double.parseDouble(number))
                .toList();
    }

    private static Map<String, List<Double>> inCode() throws IllegalAccessException {
        Map<String, List<Double>> thresholds = new TreeMap<>();
        for (Field field : DuplicateThresholds.class.getDeclaredFields()) {
            if (field.getName().equals(field.getName().toUpperCase(Locale.ROOT))) {
                thresholds.put(field.getName(), numbers(field.get(null)));
            }
        }
        return thresholds;
    }

    private static List<Double> numbers(Object value) {
        return value instanceof LengthThreshold byLength
                ? List.of(byLength.ofShort(), byLength.ofMedium(), byLength.ofLong())
                : List.of(((Number) value).doubleValue());
    }
}
