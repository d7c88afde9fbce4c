package dev.tidings.streams.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.token.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFinderTest {

    private static final Optional<LocalDate> NO_PUBLICATION = Optional.empty();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ckb | کۆبوونەوەکە لە ١٢ی ئایاری ٢٠٢٣ بەڕێوەچوو           | 2023-05-12 | ١٢ی ئایاری ٢٠٢٣
            ckb | لە ٣ - ١١ - ٢٠٢٢ گەیشتە شار                        | 2022-11-03 | ٣ - ١١ - ٢٠٢٢
            ckb | لە ٥ی تشرینی یەکەمی ٢٠٢٠ هاتەوە                    | 2020-10-05 | ٥ی تشرینی یەکەمی ٢٠٢٠
            ckb | لە ٢٢ی کانوونی دووەمی ٢٠٢٤دا                        | 2024-01-22 | ٢٢ی کانوونی دووەمی ٢٠٢٤
            ckb | ڕۆژی ٧ی ڕەزبەری ١٤٠٠                               | 2021-09-29 | ٧ی ڕەزبەری ١٤٠٠
            ckb | ٧ی ڕەزبەری ٢٧٢١                                    | 2021-09-29 | ٧ی ڕەزبەری ٢٧٢١
            kmr | Civîn di 4'ê Îlona 2022an de hat kirin             | 2022-09-04 | 4'ê Îlona 2022
            ar  | وصل الوفد في 14 أيلول/سبتمبر 2022 إلى بيروت        | 2022-09-14 | 14 أيلول/سبتمبر 2022
            ar  | في ٢٢ صفر ١٤٤٣                                     | 2021-09-29 | ٢٢ صفر ١٤٤٣
            ar  | عقد في 3 كانون الثاني 2023 اجتماع                  | 2023-01-03 | 3 كانون الثاني 2023
            fa  | این نشست ۷ مهر ۱۴۰۰ برگزار شد                      | 2021-09-29 | ۷ مهر ۱۴۰۰
            fa  | تاریخ ۱۴۰۲/۰۱/۱۵ ثبت شد                            | 2023-04-04 | ۱۴۰۲/۰۱/۱۵
            tr  | Toplantı 23 Nisan 2024 tarihinde yapıldı           | 2024-04-23 | 23 Nisan 2024
            ru  | Встреча прошла 9 мая 2023 года в Казани            | 2023-05-09 | 9 мая 2023
            de  | Er starb am 3. März 1999 in Bremen                 | 1999-03-03 | 3. März 1999
            fr  | Le 1er août 2022, la ville                         | 2022-08-01 | 1er août 2022
            es  | nació el 12 de octubre de 1980 en Lima             | 1980-10-12 | 12 de octubre de 1980
            en  | They met on July 4th, 2018 in Bonn                 | 2018-07-04 | July 4th, 2018
            en  | as of 2020-02-29 the rule                          | 2020-02-29 | 2020-02-29
            zh  | 会议于2022年3月18日举行                            | 2022-03-18 | 2022年3月18日
            ckb | لە ١٧ی ٤ی ٢٠١٩ کرایەوە                             | 2019-04-17 | ١٧ی ٤ی ٢٠١٩
            ckb | لە ٥ی مانگی ١١ی ٢٠١٨ مرد                           | 2018-11-05 | ٥ی مانگی ١١ی ٢٠١٨
            ar  | ولد في 6 حزيران (يونيو) 2017 في عمان               | 2017-06-06 | 6 حزيران (يونيو) 2017
            es  | firmado el 12-oct-2019 en Lima                     | 2019-10-12 | 12-oct-2019
            nl  | op 3 mrt. 2018 in Gent                             | 2018-03-03 | 3 mrt. 2018
            hu  | a szerződést 2019. május 8-án írták alá            | 2019-05-08 | 2019. május 8
            lt  | susitiko 2019 m. gegužės 8 d. Vilniuje             | 2019-05-08 | 2019 m. gegužės 8
            lv  | Diena: 2019. gada 8. maijs, Rīga                   | 2019-05-08 | 2019. gada 8. maijs
            kk  | кездесу 2019 жылғы 8 мамыр күні өтті               | 2019-05-08 | 2019 жылғы 8 мамыр
            ka  | შეხვდნენ 2019 წლის 8 მაისი                         | 2019-05-08 | 2019 წლის 8 მაისი
            uz  | uchrashuv 2019-yil 8-may kuni                      | 2019-05-08 | 2019-yil 8-may
            ja  | 会議は2018年12月5日に開かれた                       | 2018-12-05 | 2018年12月5日
            hi  | बैठक 15 अगस्त 2023 को हुई                          | 2023-08-15 | 15 अगस्त 2023
            """)
    void datesOfManyLanguagesAreRead(String language, String text, String iso, String surface) {
        assertThat(find(text, language).mentions())
                .extracting(FoundDate::iso, FoundDate::surface)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(iso, surface));
    }

    @Test
    void weekdayBelongsToTheDateAndIsChecked() {
        FoundDate right = only("گوتی کە ڕۆژی یەکشەممە ١٧ - ٠٧ - ٢٠٢٢ دێت", "ckb");
        assertThat(right.surface()).isEqualTo("ڕۆژی یەکشەممە ١٧ - ٠٧ - ٢٠٢٢");
        assertThat(right.weekdayConsistent()).contains(true);
        assertThat(only("On Friday, July 17, 2022 they left", "en").weekdayConsistent())
                .contains(false);
    }

    @Test
    void weekdayTellsDayFromMonth() {
        assertThat(only("Tuesday 05/04/2022", "en").iso()).isEqualTo("2022-04-05");
        assertThat(only("Wednesday 05/04/2022", "en").iso()).isEqualTo("2022-05-04");
        assertThat(only("signed 05/04/2022", "en").precision()).isEqualTo(DatePrecision.AMBIGUOUS);
        assertThat(only("unterschrieben 05.04.2022", "de").precision()).isEqualTo(DatePrecision.DAY);
    }

    @Test
    void missingYearIsTheNearestToThePublication() {
        Optional<LocalDate> published = Optional.of(LocalDate.of(2022, 1, 3));
        assertThat(find("It began on December 30.", "en", published).mentions())
                .extracting(FoundDate::iso)
                .containsExactly("2021-12-30");
        assertThat(find("It began on December 30.", "en").mentions())
                .extracting(FoundDate::iso)
                .containsExactly("--12-30");
    }

    @Test
    void ideographsWithoutAYearAndASentenceThatEndsInOneAreToldApart() {
        Optional<LocalDate> published = Optional.of(LocalDate.of(2022, 1, 3));
        assertThat(find("会议于12月30日举行", "zh", published).mentions())
                .extracting(FoundDate::iso)
                .containsExactly("2021-12-30");
        assertThat(find("It opened in 2019. May 8 was cold.", "en", published).mentions())
                .extracting(FoundDate::iso)
                .containsExactly("2019", "2022-05-08");
    }

    @Test
    void impliedDaysAreInferredFromThePublication() {
        Optional<LocalDate> published = Optional.of(LocalDate.of(2022, 6, 16));
        assertThat(find("Der Kanzler reist morgen ab, kam aber am Montag an.", "de", published)
                        .mentions())
                .allMatch(date -> !date.isStated())
                .extracting(FoundDate::iso)
                .containsExactly("2022-06-17", "2022-06-13");
    }

    @Test
    void monthsAndYearsAloneAreLessPrecise() {
        assertThat(find("In March 2019, and again since 2020, it rose by 2021 points.", "en")
                        .mentions())
                .extracting(FoundDate::iso, FoundDate::precision)
                .startsWith(org.assertj.core.groups.Tuple.tuple("2019-03", DatePrecision.MONTH))
                .contains(org.assertj.core.groups.Tuple.tuple("2020", DatePrecision.YEAR));
    }

    @Test
    void aDayThatDoesNotExistIsAFlag() {
        FoundDates dates = find("due on 31 September 2021", "en");
        assertThat(dates.mentions()).isEmpty();
        assertThat(dates.flags()).containsExactly(FoundDates.IMPOSSIBLE_DATE);
    }

    @Test
    void aYearFarAwayIsAFlag() {
        FoundDates dates = find("ends 1 May 2999", "en");
        assertThat(dates.mentions()).isEmpty();
        assertThat(dates.flags()).containsExactly(FoundDates.IMPLAUSIBLE_YEAR);
    }

    @Test
    void addressesVersionsAndSumsAreNoDates() {
        assertThat(find("server 192.168.20.15, version 1.2.3, 3 - 2 - 21, S-400, may 5000 people", "en")
                        .mentions())
                .isEmpty();
    }

    @Test
    void theSamplesHaveTheirDates() throws IOException {
        assertThat(seed("000_7862ad32163287db.txt", "ckb"))
                .containsExactly(
                        "2021-09-29 EVENT رۆژی چوارشەممە ٢٩ - ٠٩ - ٢٠٢١",
                        "2021-09-29 INFERRED سبهی چوارشەممە",
                        "2021-09-27 STATEMENT رۆژی دووشەممە ٢٧ی ئەیلوولی ٢٠٢١",
                        "2021-09-24 STATEMENT رۆژی هەینی ٢٤ - ٠٩ - ٢٠٢١");
        assertThat(seed("001_0ad0bd1f11616762.txt", "ckb"))
                .containsExactly("2021-12-02 EVENT رۆژی پێنجشەممە ٠٢ - ١٢ - ٢٠٢١");
        assertThat(seed("003_6c18de837fb1579b.txt", "en"))
                .containsExactly(
                        "2021-09-30 EVENT 30 September 2021",
                        "2021-09-29 BACKGROUND September 29",
                        "2021-09-13 BACKGROUND September 13",
                        "2018 BACKGROUND 2018");
    }

    @Test
    void surfacesStandWhereTheyAreSaidToInAnyString() {
        Random random = new Random(11);
        String[] parts = {
            "29",
            "٢٩",
            " ",
            "-",
            ".",
            "/",
            "September",
            "ئەیلوولی",
            "2021",
            "٢٠٢١",
            "هەینی",
            "ی",
            ",",
            "\ud83d",
            "tomorrow",
            "年",
            "月",
            "日",
            "31",
            "\u200c",
            "سبەی",
            "\n\n"
        };
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(15); part > 0; part--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String written = text.toString();
            for (FoundDate date : find(written, "ckb").mentions()) {
                assertThat(date.span().substringOf(written)).isEqualTo(date.surface());
            }
        }
    }

    private static List<String> seed(String name, String language) throws IOException {
        return find(Files.readString(Path.of("..", "seeds", name)), language).mentions().stream()
                .map(date -> date.iso() + " " + date.role() + " " + date.surface())
                .toList();
    }

    private static FoundDate only(String text, String language) {
        List<FoundDate> mentions = find(text, language).mentions();
        assertThat(mentions).hasSize(1);
        return mentions.get(0);
    }

    private static FoundDates find(String text, String language) {
        return find(text, language, NO_PUBLICATION);
    }

    private static FoundDates find(String text, String language, Optional<LocalDate> published) {
        return DateFinder.findDates(Tokens.of(text), language, published);
    }
}
