package dev.tidings.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void aCombiningMarkTakesNoColumn() {
        assertThat(SafeText.columnWidth("e\u0301")).isEqualTo(1);
        assertThat(SafeText.columnWidth("م\u064eل")).isEqualTo(2);
    }

    @Test
    void aWideCharacterTakesTwoColumns() {
        assertThat(SafeText.columnWidth("新闻")).isEqualTo(4);
    }

    @Test
    void aJoinerWithinAKurdishWordTakesNoColumn() {
        assertThat(SafeText.columnWidth("به\u200cره\u200cم")).isEqualTo(5);
    }

    @Test
    void lineEndsAndTerminalCommandsAreShownNotObeyed() {
        assertThat(SafeText.escapeControls("a\r\nb\tc\u001b[2Jd\u0085")).isEqualTo("a\\r\\nb\\tc\\u001b[2Jd\\u0085");
    }

    @Test
    void textCannotTurnTheDirectionOfItsNeighbours() {
        assertThat(SafeText.escapeControls("a\u202eb\u2069c")).isEqualTo("a\\u202eb\\u2069c");
    }

    @Test
    void aLonelySurrogateIsShown() {
        assertThat(SafeText.escapeControls("a\ud83d")).isEqualTo("a\\ud83d");
    }

    @Test
    void onlyTextThatRunsFromRightToLeftIsIsolated() {
        assertThat(SafeText.isolateDirection("هەواڵ")).isEqualTo("\u2068هەواڵ\u2069");
        assertThat(SafeText.isolateDirection("news 新闻")).isEqualTo("news 新闻");
    }

    @Test
    void aCutNeverExceedsItsColumnsNorSplitsACharacter() {
        assertThat(SafeText.cutToWidth("新闻报道", 4)).isEqualTo("新…");
        assertThat(SafeText.cutToWidth("ab😀cd", 4)).isEqualTo("ab…");
        assertThat(SafeText.cutToWidth("abcd", 4)).isEqualTo("abcd");
    }
}
