package dev.tidings.producer.format.press;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.shared.AsciiInput;
import dev.tidings.producer.source.InputContent;
import dev.tidings.text.vocabulary.press.PressExport;
import java.io.IOException;
import java.util.Optional;

/** What archives of the press deliver as plain text: many articles in one file, each with its fields. */
public final class PressExportFormat implements InputFormat {

    @Override
    public String name() {
        return "press";
    }

    @Override
    public String description() {
        return "plain-text exports of LexisNexis, Nexis Uni, Factiva";
    }

    @Override
    public String identity() {
        return "accession number or hash of each article";
    }

    @Override
    public boolean claims(InputSample sample) {
        return kindOf(sample).isPresent();
    }

    /** Letters of the signatures may be beyond ASCII. */
    private static Optional<PressExport> kindOf(InputSample sample) {
        String start =
                sample.isUtf16() ? sample.start() : new String(sample.start().getBytes(ISO_8859_1), UTF_8);
        return start.startsWith("<") || start.startsWith("{") ? Optional.empty() : PressExport.of(start);
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        PressExport kind = kindOf(InputSample.of(content))
                .orElseThrow(() -> new FormatException("it is no export of a kind that is known"));
        return new PressExportReader(kind, AsciiInput.open(content), maxArticleBytes);
    }
}
