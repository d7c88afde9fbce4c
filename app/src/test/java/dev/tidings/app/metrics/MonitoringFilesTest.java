package dev.tidings.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alert rules and the dashboard that stand beside the page on monitoring. */
class MonitoringFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"tidings-alerts.yml", "tidings-dashboard.json"})
    void everyMeterOfOursThatTheyUseStandsOnThePage(String file) throws IOException {
        Set<String> listed = new TreeSet<>(MeterPage.metersOf("streams"));
        listed.addAll(MeterPage.metersOf("sink"));

        assertThat(MeterPage.ownNames(MeterPage.metersIn(file))).isNotEmpty().isSubsetOf(listed);
    }

    @Test
    void everyMeterOfOursIsOnTheDashboardUnlessItOnlyNamesTheProcess() throws IOException {
        Set<String> listed = new TreeSet<>(MeterPage.metersOf("streams"));
        listed.addAll(MeterPage.metersOf("sink"));
        listed.remove("tidings_process");

        assertThat(MeterPage.metersIn("tidings-dashboard.json")).containsAll(listed);
    }

    @Test
    void theDashboardIsJsonWithAnExpressionInEachPanel() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(MeterPage.FOLDER.resolve("tidings-dashboard.json").toFile());

        assertThat(dashboard.get("panels"))
                .hasSizeGreaterThan(10)
                .allSatisfy(panel -> assertThat(panel.get("targets"))
                        .isNotEmpty()
                        .allMatch(target -> !target.get("expr").asText().isBlank()));
    }

    @Test
    void theAlertRulesAreThoseThatPrometheusReads() throws Exception {
        PrometheusTool.Result result = PrometheusTool.runPromtool(
                "",
                "check",
                "rules",
                MeterPage.FOLDER.resolve("tidings-alerts.yml").toString());

        assertThat(result.exit()).as(result.output()).isZero();
    }

    @Test
    void theAlertsFireAndClearAsTheirTestsSay() throws Exception {
        PrometheusTool.Result result = PrometheusTool.runPromtool(
                "",
                "test",
                "rules",
                MeterPage.FOLDER.resolve("tidings-alerts-test.yml").toString());

        assertThat(result.exit()).as(result.output()).isZero();
    }
}
