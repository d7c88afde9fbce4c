package dev.tidings.streams.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.token.Span;
import dev.tidings.streams.enrich.token.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ckb | شاندەکە گەیشتە هەولێر و دواتر چووە تورکیا         | Erbil, Türkiye
            ckb | لەگەڵ ئێرانیش و سووریادا کێشەی نییە               | Iran, Syria
            kmr | Serok ji Hewlêrê çû Amed û Kobanê                  | Erbil, Diyarbakır, Kobani
            kmr | Sînorê Îranê û Sûriyeyê, bajarê Efrînê             | Iran, Syria, Afrin
            ckb | لە بورسا و مارسیلیا و گرێ سپی                      | Bursa, Marseille, Tell Abyad
            ar  | من بنغازي إلى الخرطوم ثم عدن                       | Benghazi, Khartoum, Aden
            tr  | Balıkesir'in ve Samsun'un ilçeleri                 | Balıkesir, Samsun
            ar  | وصل الوفد إلى بيروت قادما من العراق وبريطانيا      | Beirut, Iraq, United Kingdom
            fa  | این هیئت از تهران به دمشق رفت                      | Tehran, Damascus
            tr  | Heyet Ankara'dan Bağdat'a geçti                    | Ankara, Baghdad
            ru  | Он вылетел из Москвы в Германию                    | Moscow, Germany
            de  | Sie reiste von Wien nach Frankreich                | Vienna, France
            de  | Russlands Nachbarn und Berlins Antwort             | Russia, Berlin
            zh  | 他从莫斯科飞往北京                                 | Moscow, Beijing
            en  | From Seattle to Pennsylvania, then Valencia        | Seattle, Pennsylvania, Valencia
            en  | From Beirut to the Black Sea, via Jordan           | Beirut, Black Sea, Jordan
            """)
    void placesOfManyLanguagesHaveEnglishLabels(String language, String text, String labels) {
        assertThat(find(text, language).places().stream()
                        .map(place -> place.label().orElseThrow())
                        .toList())
                .containsExactlyInAnyOrder(labels.split(", "));
    }

    @Test
    void oneSpellingOrAnotherIsOnePerson() {
        for (String text : List.of("ماکرۆن گەیشت", "Macron came", "وصل ماكرون", "Макрон приехал", "ئیمانوێل ماکرۆن")) {
            String language = text.charAt(0) < 0x80 ? "en" : text.charAt(0) < 0x500 ? "ru" : "ckb";
            assertThat(find(text, language).people())
                    .extracting(NamedEntity::label, NamedEntity::matchKey)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(java.util.Optional.of("Emmanuel Macron"), "mnl-mkrn"));
        }
    }

    @Test
    void roleInAppositionMakesAPersonWithoutCapitals() {
        FoundNames names = find("بڕیارەکە دەرچوو. نەوزاد ڕەسوڵ، وتەبێژی یانەکە ڕایگەیاند. دواتر ڕەسوڵ ڕۆیشت.", "ckb");
        assertThat(names.people()).hasSize(1);
        assertThat(surfaces(
                        "بڕیارەکە دەرچوو. نەوزاد ڕەسوڵ، وتەبێژی یانەکە ڕایگەیاند. دواتر ڕەسوڵ ڕۆیشت.", names.people()))
                .containsExactly("نەوزاد ڕەسوڵ", "ڕەسوڵ");
    }

    @Test
    void titleRoleAndSayingMakePeopleWithCapitals() {
        String text =
                "Mayor Greta van Holm left. “No,” said Tom Harker. Lena Ortiz, the new director, agreed. Harker nodded.";
        assertThat(surfaces(text, find(text, "en").people()))
                .containsExactly("Greta van Holm", "Tom Harker", "Lena Ortiz", "Harker");
    }

    @Test
    void ageAndPossessedRoleMakePeopleWithCapitals() {
        String text = "Farid Al Nouri, 58, left. Rosa Lindt (34) stayed. Edit Hoxa, Albania’s foreign minister, wrote.";
        assertThat(surfaces(text, find(text, "en").people()))
                .containsExactly("Farid Al Nouri", "Rosa Lindt", "Edit Hoxa");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The prize went to Orla Finnegan. Finnegan lives by the harbour.          | Orla Finnegan
            en | They saw Tam Van Houten win. Houten wept, says a friend of Van Houten.   | Tam Van Houten
            es | La presidencia pasa a Nuria Belmonte. Belmonte empieza en mayo.          | Nuria Belmonte
            ru | Приз получила Дарья Воронцова. Воронцова живёт у гавани.                 | Дарья Воронцова
            tr | Ödülü bu yıl Defne Akarsu aldı. Akarsu limanda yaşıyor.                  | Defne Akarsu
            """)
    void whoIsNamedInFullAndThenBySurnameIsAPerson(String language, String text, String name) {
        assertThat(find(text, language).people())
                .singleElement()
                .satisfies(person -> assertThat(person.name()).isEqualTo(name))
                .satisfies(person -> assertThat(person.mentions()).hasSizeGreaterThan(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | They play in the Harbour League. Last year the League had ten clubs.
            en | It was made in Upper Tarnia. Many come to Tarnia for it, and more from Tarnia.
            en | She speaks only Late Turkish. Turkish is what they learn.
            en | He called it Open Harbour. Harbour is what ships need, and every harbour is open.
            en | The firm is called Dunmore Lines. It paid well.
            es | Habla con Presidencia del Gobierno. Gobierno y partidos callan.
            de | Der Preis ging an Hafen Lichter. Lichter sind schön.
            """)
    void whatElseHasCapitalsAndComesAgainIsNobody(String language, String text) {
        assertThat(find(text, language).people()).isEmpty();
    }

    @Test
    void roleBeforeAndSayingAfterACommaMakePeopleWithCapitals() {
        String text = "The photographer Mira Sandoval, 28. Pablo Ibarra, told us. Ana Melo, a WHO spokeswoman, agreed.";
        assertThat(surfaces(text, find(text, "en").people()))
                .containsExactly("Mira Sandoval", "Pablo Ibarra", "Ana Melo");
    }

    @Test
    void soundTellsWhoAnUnlistedSpellingMeans() {
        FoundNames names = find("دواتر، لۆید ئاستن، وەزیری بەرگری گەیشت", "ckb");
        assertThat(names.people())
                .extracting(person -> person.label().orElse(""))
                .containsExactly("Lloyd Austin");
    }

    @Test
    void izafeHoldsAnOrganisationTogether() {
        String text = "وەزارەتی دەرەوەی ئێران وەڵامی دایەوە و لیژنەیەک پێکهات";
        assertThat(surfaces(text, find(text, "ckb").organisations())).containsExactly("وەزارەتی دەرەوەی ئێران");
    }

    @Test
    void capitalsHoldAnOrganisationTogether() {
        String text = "The Ministry of Rural Affairs and the Harbour Institute met the UN, not us";
        assertThat(surfaces(text, find(text, "en").organisations()))
                .containsExactly("Ministry of Rural Affairs", "Harbour Institute", "UN");
    }

    @Test
    void andHoldsAnOrganisationTogetherAndAPlaceIsNone() {
        String text = "He asked the Relief and Works Agency; in Rome the West Bank and Harbour Institute kept silent.";
        assertThat(surfaces(text, find(text, "en").organisations()))
                .containsExactly("Relief and Works Agency", "Harbour Institute");
        String turkish = "Kararı dün Ulaştırma ve Altyapı Bakanlığı açıkladı";
        assertThat(surfaces(turkish, find(turkish, "tr").organisations()))
                .containsExactly("Ulaştırma ve Altyapı Bakanlığı");
    }

    @Test
    void theEndOfAWordAndTheBeginningOfANameAreNoNames() {
        assertThat(find("BEŞİKTAŞ'UN golü", "tr").allEntities()).isEmpty();
        assertThat(find("de l'ONU", "fr").organisations()).hasSize(1);
        assertThat(find("the painter Van Gogh and the town of Van Vieng", "en").places())
                .isEmpty();
    }

    @Test
    void demonymsNameNoCountry() {
        assertThat(find("Russian and Turkish officials; a Kurdish singer", "en").places())
                .isEmpty();
        assertThat(find("بازرگانی رووسی و ئەفسەری تورک", "ckb").places()).isEmpty();
    }

    @Test
    void wordsThatLookLikeNamesAreNone() {
        assertThat(find("let us join; it is what it is; turkey and rice", "en").allEntities())
                .isEmpty();
        assertThat(find("ماڵی خۆمان", "ckb").allEntities()).isEmpty();
        assertThat(find("كيف ذلك؟", "ar").allEntities()).isEmpty();
    }

    @Test
    void countriesOfTheSamplesAreExact() throws IOException {
        assertThat(countries("000_7862ad32163287db.txt", "ckb"))
                .containsExactlyInAnyOrder("RU", "TR", "SY", "LY", "AF", "US");
        assertThat(countries("001_0ad0bd1f11616762.txt", "ckb")).containsExactlyInAnyOrder("RU", "IQ", "SY");
        assertThat(countries("002_5f853b347646af86.txt", "en")).containsExactlyInAnyOrder("TR", "RU", "SY", "US");
        assertThat(countries("003_6c18de837fb1579b.txt", "en")).containsExactlyInAnyOrder("RU", "TR", "SY", "US");
    }

    @Test
    void mentionsStandInsideTheTextAndAnyStringIsRead() {
        Random random = new Random(3);
        String[] parts = {
            "Putin",
            "the",
            "President ",
            " ",
            ",",
            "،",
            "سەرۆکی",
            "ئەنجوومەنی",
            "رووسیا",
            "-",
            "al",
            "U.S.",
            "Institute",
            "of",
            "Ministry",
            "\ud83d",
            "وزير",
            "الروسي",
            "M",
            "4",
            "highway",
            "said",
            "لە",
            "\n",
            "ی",
            "莫",
            "斯科"
        };
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(16); part > 0; part--) {
                text.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
            }
            String written = text.toString();
            find(written, round % 2 == 0 ? "ckb" : "en").allEntities().forEach(entity -> {
                for (Span mention : entity.mentions()) {
                    assertThat(mention.substringOf(written)).isNotBlank();
                }
            });
        }
    }

    private static List<String> countries(String seed, String language) throws IOException {
        return find(Files.readString(Path.of("..", "seeds", seed)), language).places().stream()
                .flatMap(place -> place.literal().stream())
                .toList();
    }

    private static List<String> surfaces(String text, List<NamedEntity> entities) {
        return entities.stream()
                .flatMap(entity -> entity.mentions().stream())
                .sorted(java.util.Comparator.comparingInt(Span::start))
                .map(span -> span.substringOf(text))
                .toList();
    }

    private static FoundNames find(String text, String language) {
        return NameFinder.findNames(Tokens.of(text), language);
    }
}
