package dev.tidings.streams.enrich.name.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.enrich.token.WordFilter;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NameFormsTest {

    private static final List<String> ENDINGS =
            List.of("", "s", "un", "nin", "da", "yê", "ê", "ен", "ого", "ом", "ы", "ی", "دا", "یش", "ەکە", "های");

    @Test
    void noWordWhoseFormIsKnownIsRefusedByTheFilter() {
        SplittableRandom random = new SplittableRandom(7);
        int inflected = 0;
        for (String language : List.of("en", "de", "ku", "kmr", "ckb", "fa", "ar", "ru", "uk", "sr", "tr", "ur")) {
            NameForms forms = new NameForms(language);
            for (int round = 0; round < 2_000; round++) {
                Tokens tokens = Tokens.of(randomStem(random) + ENDINGS.get(random.nextInt(ENDINGS.size())));
                List<String> all = forms.formsOf(tokens.key(0));
                inflected += all.size();
                for (String form : all) {
                    WordFilter filter = new WordFilter(1);
                    NameForms.addTo(filter, form);
                    assertThat(forms.mayLeadTo(tokens.wordAt(0), filter))
                            .as("%s of %s in %s", form, tokens.key(0), language)
                            .isTrue();
                }
            }
        }
        assertThat(inflected).isGreaterThan(1_000);
    }

    @Test
    void mostWordsLeadToNothingThatIsKnown() {
        WordFilter filter = new WordFilter(1_000);
        NameForms.addTo(filter, "moskva");
        NameForms.addTo(filter, "москва");

        assertThat(new NameForms("de").mayLeadTo(Tokens.of("moskvas").wordAt(0), filter))
                .isTrue();
        assertThat(new NameForms("de").mayLeadTo(Tokens.of("moskvax").wordAt(0), filter))
                .isFalse();
        assertThat(new NameForms("ru").mayLeadTo(Tokens.of("москвы").wordAt(0), filter))
                .isTrue();
        assertThat(new NameForms("ru").mayLeadTo(Tokens.of("минска").wordAt(0), filter))
                .isFalse();
    }

    private static String randomStem(SplittableRandom random) {
        String letters =
                List.of("abdegiklmnorst", "абвгдеиклмност", "ابتجدرسعقلمنه").get(random.nextInt(3));
        StringBuilder stem = new StringBuilder();
        int length = random.nextInt(1, 8);
        while (stem.length() < length) {
            stem.append(letters.charAt(random.nextInt(letters.length())));
        }
        return stem.toString();
    }
}
