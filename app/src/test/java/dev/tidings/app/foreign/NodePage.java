package dev.tidings.app.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The example of the page for Node's users. */
final class NodePage {

    private NodePage() {}

    /** Returns the first line that the example prints of a topic that holds an article in Central Kurdish. */
    static String firstLine(LocalStack stack, String topic) throws IOException {
        Path folder = Files.createDirectories(NodeClient.FOLDER.resolve("page"));
        List<String> examples = PastedExample.ofPage("node.md", "js");
        Files.writeString(folder.resolve("codecs.js"), examples.get(0), UTF_8);
        Files.writeString(
                folder.resolve("service.js"),
                PastedExample.addressed(examples.get(1), stack, topic, "node-page-" + topic),
                UTF_8);
        return PastedExample.firstArticle(folder, "node", "service.js");
    }
}
