package dev.tidings.app.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What programs may build on changes only where somebody means it to: it is compared with a file that is kept. */
class ApiBaselineTest {

    private static final Path ROOT = Path.of("..");
    private static final Path BASELINE = Path.of("src", "test", "resources", "api-baseline.txt");
    private static final String ACCEPT = "tidings.api.accept";

    @Test
    void theApiIsWhatTheBaselineSays() throws IOException {
        List<String> now = PublicApi.signatures(PublicApi.types(ROOT));
        if (Boolean.getBoolean(ACCEPT)) {
            Files.write(BASELINE, now);
        }
        List<String> baseline = Files.readAllLines(BASELINE);
        if (!now.equals(baseline)) {
            fail("""
                    The API is not what app/%s says.

                    Gone or changed, which breaks programs that use it:
                    %s
                    New (an abstract method breaks those that implement its interface):
                    %s
                    Where this is meant, accept it, and tell of what is gone in CHANGELOG.md:
                    mvn -q -Dquick -pl app -am test -Dtest=ApiBaselineTest -Dsurefire.failIfNoSpecifiedTests=false -D%s
                    """, BASELINE, missing(baseline, now), missing(now, baseline), ACCEPT);
        }
    }

    @Test
    void theApiGivesNothingThatIsNotApi() throws IOException {
        List<Class<?>> types = PublicApi.types(ROOT);

        assertThat(PublicApi.signatures(types))
                .filteredOn(line -> !PublicApi.namesOnly(types, line))
                .isEmpty();
    }

    /** The lines of the first that the second has not, in the order of the alphabet. */
    private static String missing(Collection<String> lines, Collection<String> others) {
        Set<String> missing = new TreeSet<>(lines);
        others.forEach(missing::remove);
        return missing.stream().map(line -> "  " + line + "\n").collect(joining());
    }
}
