package dev.tidings.app.cli.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.console.Console;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishConsoleProgressTest {

    private final StringWriter said = new StringWriter();
    private final PublishConsoleProgress progress = new PublishConsoleProgress(
            new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(said), Map.of(), Path.of(""), 80, false),
            false);

    @Test
    void aPublishThatCannotGoOnSaysHowManyArticlesWentOut() {
        ended(InputOutcome.PUBLISHED);
        ended(InputOutcome.REVISED);
        ended(InputOutcome.UNCHANGED);

        progress.sayWhatIsPublished();

        assertThat(said.toString())
                .isEqualToNormalizingNewlines(
                        "2 articles were published before that and stay so; publish again to go on\n");
    }

    @Test
    void oneThatEndedBeforeAnythingWentOutSaysNothingOfIt() {
        ended(InputOutcome.UNCHANGED);

        progress.sayWhatIsPublished();

        assertThat(said.toString()).isEmpty();
    }

    private void ended(InputOutcome outcome) {
        progress.inputEnded(new PublishOutcome("news/a.txt", outcome, 1, "", ""));
    }
}
