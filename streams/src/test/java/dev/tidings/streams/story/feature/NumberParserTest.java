package dev.tidings.streams.story.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberParserTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | it cost $1.5 million | 1500000",
                "de | rund 1,5 Millionen Dollar | 1500000",
                "ru | около 1,5 миллиона долларов | 1500000",
                "ar | نحو 1,5 مليون دولار | 1500000",
                "tr | yaklaşık 1,5 milyon dolar | 1500000",
                "ckb | نزیکەی ١٫٥ ملیۆن دۆلار | 1500000",
                "zh | 约有150万人 | 1500000",
                "es | unos 2 mil millones | 2000000000",
                "en | 15,000 people | 15000",
                "de | 15.000 Menschen | 15000",
                "fr | 15 000 personnes | 15000",
                "ru | 15000 человек | 15000",
                "en | by 3 percent | 0.03",
                "de | um 3 % | 0.03",
                "ru | на 3 процента | 0.03",
                "tr | oranın %3 artması | 0.03",
                "ckb | لەسەدا ٣ زیادی کرد | 0.03",
                "en | twenty ships | 20",
                "en | two million voters | 2000000",
                "de | zwölf Schiffe | 12",
                "en | in 2016 | 2016",
                "en | a score of 21.5 | 21.5"
            })
    void readsOneNumberHoweverItIsWritten(String language, String text, double number) {
        assertThat(numbers(language, text)).containsExactly(number);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "In 2015, 300 came. | 2015;300",
                "In 2015 300 came. | 2015;300",
                "on page 12. 345 lines | 12;345",
                "the lists 10, 20, 30 | 10;20;30",
                "three of four | ''"
            })
    void keepsApartWhatIsNotOneNumber(String text, String expected) {
        assertThat(numbers("en", text))
                .extracting(number -> String.valueOf(number.intValue()))
                .containsExactly(expected.isEmpty() ? new String[0] : expected.split(";", -1));
    }

    private static List<Double> numbers(String language, String text) {
        return new NumberParser(Tokens.of(text), NumberWords.of(language)).readNumbers(token -> false);
    }
}
