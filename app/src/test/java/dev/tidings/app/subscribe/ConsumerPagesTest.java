package dev.tidings.app.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the pages for consumers quote is what is compiled and run. */
class ConsumerPagesTest {

    private static final Path HOME = Path.of("..");

    @Test
    void theJavaPageIsTheWholeFileThatIsCompiledAndRun() throws IOException {
        String example =
                Files.readString(HOME.resolve("app/src/test/java/dev/tidings/app/subscribe/KurdishMailer.java"));
        String pasted = example.substring(example.indexOf("import "));

        assertThat(HOME.resolve("docs/consumers/java.md")).content().contains("```java\n" + pasted + "```");
    }

    @Test
    void theNodePageQuotesTheCodecsThatAreRun() throws IOException {
        String codecs = Files.readString(HOME.resolve("app/src/test/node/codecs.js"));

        assertThat(HOME.resolve("docs/consumers/node.md")).content().contains("```js\n" + codecs + "```");
    }
}
