package dev.tidings.streams.dedup.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.Normalizer2;
import dev.tidings.streams.dedup.match.Articles;
import dev.tidings.streams.dedup.match.Similarity;
import dev.tidings.streams.dedup.match.TitleAgreement;
import dev.tidings.text.fold.FoldedText;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SketcherTest {

    static List<String> seeds() {
        return Articles.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySpellingVariantOfATextHasOneSketch(String article) {
        String sketch = printed(Articles.sketch(article));

        assertThat(printed(Articles.sketch(Articles.respelt(article)))).isEqualTo(sketch);
        assertThat(printed(Articles.sketch(Normalizer2.getNFDInstance().normalize(article))))
                .isEqualTo(sketch);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTextInCapitalsIsTheSameText(String article) {
        Sketch sketch = Articles.sketch(article);
        Sketch inCapitals = Articles.sketch(article.toUpperCase(Locale.ROOT));

        assertThat(inCapitals.exact()).isEqualTo(sketch.exact());
        assertThat(inCapitals.keys()).isEqualTo(sketch.keys());
        assertThat(inCapitals.traced().trace().words())
                .isEqualTo(sketch.traced().trace().words());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadAgain(String article) {
        Sketch sketch = Articles.sketch(article);

        Sketch read = Sketch.fromBytes(
                sketch.algorithm(),
                ByteBuffer.wrap(sketch.exactBytes()),
                ByteBuffer.wrap(sketch.shingleBytes()),
                ByteBuffer.wrap(sketch.keyBytes()),
                sketch.urlKey(),
                ByteBuffer.wrap(sketch.sentenceBytes()));

        assertThat(printed(read)).isEqualTo(printed(sketch));
    }

    @Test
    void bytesOfAnotherLayoutAreRefusedByName() {
        Sketch sketch = Articles.sketch(Articles.seeds().get(0));
        byte[] cut = Arrays.copyOf(sketch.shingleBytes(), 100);
        ByteBuffer none = ByteBuffer.allocate(0);

        assertThatThrownBy(() -> read(none, ByteBuffer.wrap(cut), none, none)).hasMessageContaining("sketch");
        assertThatThrownBy(() -> read(ByteBuffer.allocate(3), none, none, none)).hasMessageContaining("exact");
        assertThatThrownBy(() -> read(none, none, ByteBuffer.allocate(9), none)).hasMessageContaining("keys");
        ByteBuffer shingles = ByteBuffer.wrap(sketch.shingleBytes());
        byte[] cutSentences = Arrays.copyOf(sketch.sentenceBytes(), 5);
        assertThatThrownBy(() -> read(none, shingles, none, ByteBuffer.wrap(cutSentences)))
                .hasMessageContaining("sentences");
        assertThatThrownBy(() -> read(none, shingles, none, none)).hasMessageContaining("sentences");
    }

    private static Sketch read(ByteBuffer exact, ByteBuffer shingles, ByteBuffer keys, ByteBuffer sentences) {
        return Sketch.fromBytes("", exact, shingles, keys, OptionalLong.empty(), sentences);
    }

    @Test
    void aTitleInOrBeforeTheBodyCountsOnce() {
        String body = Articles.seeds().get(2);
        String title = body.lines().findFirst().orElseThrow();
        String rest = body.substring(title.length());

        Sketch inside = Sketcher.computeSketch(new SketchInput(Optional.of(title), body, Optional.empty()));
        Sketch before = Sketcher.computeSketch(new SketchInput(Optional.of(title), rest, Optional.empty()));
        Sketch none = Sketcher.computeSketch(new SketchInput(Optional.empty(), body, Optional.empty()));

        assertThat(printed(inside)).isEqualTo(printed(before));
        assertThat(none.exact()).isEqualTo(inside.exact());
    }

    @Test
    void anotherHeadlineIsAnotherTextThatIsFoundByItsBody() {
        String body = Articles.seeds().get(3);
        Sketch one = Sketcher.computeSketch(new SketchInput(Optional.of("Sochi talks end"), body, Optional.empty()));
        Sketch other = Sketcher.computeSketch(new SketchInput(Optional.of("No deal in Sochi"), body, Optional.empty()));

        assertThat(one.exact()).isNotEqualTo(other.exact());
        assertThat(one.keys())
                .isNotEqualTo(other.keys())
                .containsAll(other.keys().subList(0, other.keys().size() - 1));
    }

    @Test
    void equalCopiesAreEqualWhateverWasKnownOfTheirBoilerplate() {
        String body = Articles.seeds().get(2);
        String framed = "Home | World\n\n" + body;
        Optional<String> title = Optional.of("Turkey and Russia");
        Sketch before = Sketcher.computeSketch(new SketchInput(title, framed, Optional.empty()));
        Sketch after = Sketcher.computeSketch(new SketchInput(title, body, framed, Optional.empty(), "und"));
        Sketch unframed = Sketcher.computeSketch(new SketchInput(title, body, Optional.empty()));

        assertThat(after.exact()).isEqualTo(before.exact()).isNotEqualTo(unframed.exact());
        assertThat(after.shingleBytes()).isEqualTo(unframed.shingleBytes());
        assertThat(after.keys()).isEqualTo(unframed.keys());
    }

    @Test
    void titlesOfOneAlphabetAreNotAlikeBecauseOfTheirLetters() {
        assertThat(titles("รัฐบาลไทยประกาศมาตรการเศรษฐกิจใหม่", "ราคาทองวันนี้ปรับตัวขึ้นตามตลาดโลก"))
                .isEqualTo(TitleAgreement.OTHER);
        assertThat(titles("รัฐบาลไทยประกาศมาตรการเศรษฐกิจใหม่", "รัฐบาลไทยประกาศมาตรการเศรษฐกิจใหม่"))
                .isEqualTo(TitleAgreement.SAME);
        assertThat(titles("国务院发布新的经济政策", "国务院发布新的经济政策")).isEqualTo(TitleAgreement.SAME);
        assertThat(titles("国务院发布新的经济政策", "中国队今天在北京赢得比赛")).isEqualTo(TitleAgreement.OTHER);
    }

    private static TitleAgreement titles(String one, String other) {
        return Similarity.of(titled(one), titled(other)).titleAgreement();
    }

    private static ShingleSketch titled(String title) {
        return Sketcher.computeSketch(
                        new SketchInput(Optional.of(title), Articles.seeds().get(0), Optional.empty()))
                .shingles()
                .orElseThrow();
    }

    @Test
    void textsOfNoOrLittleContentHaveNoKeysAndSaySo() {
        assertThat(Articles.sketch(" \n ").flags()).containsExactly(Sketch.EMPTY);
        assertThat(Articles.sketch("").exact()).isEmpty();
        assertThat(Articles.sketch("Goal!").flags()).containsExactly(Sketch.LOW_CONTENT);
        assertThat(Articles.sketch("a".repeat(1_000_000)).flags()).containsExactly(Sketch.LOW_CONTENT);
        assertThat(Articles.sketch("Goal!").exact()).isEmpty();
        assertThat(Articles.sketch("a ".repeat(500_000)).keys()).isEmpty();
        assertThat(Articles.sketch("a ".repeat(500_000)).flags()).containsExactly(Sketch.LOW_CONTENT);
        assertThat(Articles.sketch("Five words are too few").flags()).isEmpty();
        assertThat(Articles.sketch("Five words are too few").exact()).isPresent();
        assertThat(Articles.sketch("Five words are too few").keys()).isEmpty();
    }

    @Test
    void allDigitsAreATextLikeAnother() {
        String draw = IntStream.range(0, 60).mapToObj(Integer::toString).collect(Collectors.joining(" "));

        assertThat(Articles.sketch(draw).keys()).hasSizeBetween(4, Sketcher.MAX_KEYS);
        assertThat(Articles.sketch(draw).flags()).isEmpty();
    }

    @Test
    void aDozenCharactersOfAnyScriptWithoutSpacesAreFew() {
        assertThat(Articles.sketch("北京今天天气很好").keys()).isEmpty();
        assertThat(Articles.sketch("北京今天天气很好").exact()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSketchIsSmall(String article) {
        assertThat(Articles.sketch(article).shingleBytes()).hasSizeLessThanOrEqualTo(460);
        assertThat(Articles.sketch(article).keys()).hasSizeBetween(4, Sketcher.MAX_KEYS);
    }

    @Test
    void anAddressThatIdentifiesNothingIsNoKey() {
        assertThat(urlKey("https://news.example/")).isEmpty();
        assertThat(urlKey("https://news.example/world/live")).isEmpty();
        assertThat(urlKey("")).isEmpty();
        assertThat(urlKey("mailto:desk@news.example")).isEmpty();
        assertThat(urlKey("https://news.example/2021/09/30/sochi")).isPresent();
    }

    @Test
    void sketchesAreFrozen() {
        List<String> texts = new ArrayList<>(seeds());
        texts.add("国务院今天在北京发布了新的经济政策，记者王伟报道。".repeat(3) + seeds().get(0));
        texts.add("รัฐบาลไทยประกาศมาตรการเศรษฐกิจใหม่ในวันนี้ที่กรุงเทพมหานคร ".repeat(2) + seeds().get(2));
        String all = texts.stream()
                .map(text -> Sketcher.computeSketch(new SketchInput(
                        Optional.of(text.substring(0, 60)), text, Optional.of("https://news.example/1"))))
                .map(sketch -> printed(sketch) + sketch.urlKey())
                .collect(Collectors.joining("\n"));

        assertThat(Sketcher.ALGORITHM).isEqualTo("fold1/script1/w4/bk48/title2/trace1");
        assertThat(FoldedText.of(all).fingerprint())
                .as("changed sketches need another algorithm name, since they are stored")
                .hasToString("1f5096b3aa5c8dd3cf30acd0957ea257");
    }

    private static OptionalLong urlKey(String url) {
        return Sketcher.computeSketch(new SketchInput(Optional.empty(), "text", Optional.of(url)))
                .urlKey();
    }

    static String printed(Sketch sketch) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(sketch.exactBytes()) + "/" + hex.formatHex(sketch.shingleBytes()) + "/" + sketch.keys();
    }
}
