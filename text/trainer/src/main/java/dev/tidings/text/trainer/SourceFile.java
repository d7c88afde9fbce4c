package dev.tidings.text.trainer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One line of {@code files.tsv}: a file that is trained on.
 *
 * @param language ISO 639-3 code of its text
 * @param reader how it is read
 * @param repository {@code owner/name}
 * @param path within the repository
 */
record SourceFile(String language, SourceParser reader, String repository, String path) {
    static List<SourceFile> allFiles() throws IOException {
        try (InputStream in = GatherSources.readResource("files.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(SourceFile::parseLine)
                    .toList();
        }
    }

    private static SourceFile parseLine(String line) {
        String[] columns = line.split("\t", -1);
        return new SourceFile(columns[0], SourceParser.parserNamed(columns[1]), columns[2], columns[3]);
    }

    /** Returns a short name of the source: the files of one repository and language are one source. */
    String sourceName() {
        return repository.substring(repository.indexOf('/') + 1);
    }
}
