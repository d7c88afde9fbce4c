package dev.tidings.app.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The example of the page for Python's users. */
final class PythonPage {

    private PythonPage() {}

    /** Returns a Python that has the packages that the page names; the system's own may have what another has not. */
    static Optional<String> findPython() {
        return Stream.of("python3", "/usr/bin/python3")
                .filter(python -> NodeClient.run(Path.of("/"), python, "-c", "import confluent_kafka, avro.io"))
                .findFirst();
    }

    /** Returns the first line that the example prints of a topic that holds an article in Central Kurdish. */
    static String firstLine(String python, LocalStack stack, String topic) throws IOException {
        Path folder = Files.createDirectories(
                Installation.currentInstallation().home().resolve("app/target/python-client"));
        String example = PastedExample.ofPage("python.md", "python").get(0);
        Files.writeString(
                folder.resolve("service.py"),
                PastedExample.addressed(example, stack, topic, "python-page-" + topic),
                UTF_8);
        return PastedExample.firstArticle(folder, python, "service.py");
    }
}
