package dev.tidings.streams.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KATHMANDU, April 25 (Reuters) - The authority said | KATHMANDU | Reuters
            New Delhi (AFP) – Officials said                   | New Delhi | AFP
            Berlin (dpa) - Die Regierung                       | Berlin    | dpa
            بغداد (رويترز) - قال مسؤولون                       | بغداد     | رويترز
            هەولێر (ڕووداو) - وەزیری دەرەوە                     | هەولێر    | ڕووداو
            تهران (ایرنا) - رئیس جمهور                          | تهران     | ایرنا
            Москва (ТАСС) — Президент                          | Москва    | ТАСС
            """)
    void aPlaceBeforeAnAgencyIsTheDateline(String paragraph, String place, String agency) {
        assertThat(Dateline.of(paragraph)).contains(new Dateline(place, Optional.of(agency)));
    }

    @Test
    void aPlaceInCapitalsNeedsNoAgency() {
        assertThat(Dateline.of("SAN JOSE, Calif. — The company")).isEmpty();
        assertThat(Dateline.of("TEL AVIV — The army said")).contains(new Dateline("TEL AVIV", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Turkey and Russia seek common interests",
                "It was late – and dark",
                "The bank (founded in 1920) said - among others - no",
                "- (Reuters) -",
                "A 20-year-old man"
            })
    void anyOtherBeginningIsNone(String paragraph) {
        assertThat(Dateline.of(paragraph)).isEmpty();
    }
}
