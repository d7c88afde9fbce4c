package dev.tidings.app.cli.bench;

import dev.tidings.app.bench.text.ArticleSupply;
import dev.tidings.app.stack.Installation;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which articles a benchmark is made with. */
final class CorpusOption {
    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description =
                    "Take the .txt and .html files there, an article each, a language in each folder; once all are used,"
                            + " variations of them. Default: texts of 4 KB made of the samples, a tenth of them copies.")
    private Optional<Path> corpus = Optional.empty();

    /** Opens the articles. */
    ArticleSupply openSupply(Path directory) {
        return corpus.map(folder -> ArticleSupply.ofCorpus(directory.resolve(folder)))
                .orElseGet(() -> ArticleSupply.ofSamples(
                        Installation.currentInstallation().home().resolve("seeds")));
    }
}
