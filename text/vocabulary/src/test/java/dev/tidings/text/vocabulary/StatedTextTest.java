package dev.tidings.text.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>The town hall burnt.",
                "<img src=\"a.jpg\" onabort=\"location.href='b'\" /> The town hall burnt.",
                "The town hall<br>burnt",
                "He wrote <a href='x'>that</a>"
            })
    void aTextWithTagsOfProseIsHtml(String text) {
        assertThat(StatedText.ofUnknown(text).html()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 < 4 and 5 > 4",
                "The <script> tag is older than the <canvas> tag.",
                "no markup",
                "{{7*7}} <script>alert(1)</script>",
                "<jane@example.org> wrote"
            })
    void aTextThatOnlyWritesOfThemIsNone(String text) {
        assertThat(StatedText.ofUnknown(text).html()).isFalse();
    }
}
