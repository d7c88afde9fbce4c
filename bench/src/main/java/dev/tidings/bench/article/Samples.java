package dev.tidings.bench.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample articles; {@code -Dsamples=DIR} names their folder unless it is {@code seeds}. */
final class Samples {
    private Samples() {}

    static byte[] bytes(int number) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("samples", "seeds")))) {
            List<Path> sorted = files.sorted().toList();
            return Files.readAllBytes(sorted.get(number));
        }
    }
}
