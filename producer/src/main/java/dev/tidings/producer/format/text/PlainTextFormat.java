package dev.tidings.producer.format.text;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.source.InputContent;
import dev.tidings.schemas.SourceFormat;
import java.io.IOException;

/**
 * Plain text, one article a file. The charset is not looked at: the topology decides on it. Content that is known to be
 * no text keeps its own media type when the name says that it is one, and the topology sees at once what it has. Asked
 * last, it takes what is text and nothing else, unless the name is that of a program or of data.
 */
public final class PlainTextFormat implements InputFormat {

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String description() {
        return "plain text";
    }

    @Override
    public boolean claims(InputSample sample) {
        return sample.nameEndsWith(".txt", ".text", ".html", ".htm", ".xhtml")
                || (!sample.start().isEmpty()
                        && sample.start().charAt(0) != '<'
                        && !sample.isBinary()
                        && BinarySignature.of(sample.head()).isEmpty()
                        && !OtherKinds.isKnown(sample.lowerName()));
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        return WholeInput.read(content, SourceFormat.TEXT, "text/plain");
    }
}
