package dev.tidings.producer.format.text;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.source.InputContent;
import dev.tidings.schemas.SourceFormat;
import java.io.IOException;

/**
 * A web page, one article a file, whatever it is called. What stands in it, its charset and its address included, is
 * found by the topology. Content that is known to be no text keeps its own media type whatever its name says.
 */
public final class WebPageFormat implements InputFormat {

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String description() {
        return "web pages, whole or in part";
    }

    @Override
    public boolean claims(InputSample sample) {
        return Markup.isPage(sample.start())
                || (sample.nameEndsWith(".html", ".htm", ".xhtml")
                        && (sample.start().isEmpty()
                                || BinarySignature.of(sample.head()).isPresent()
                                || Markup.hasAnyTag(sample.start())));
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        return WholeInput.read(content, SourceFormat.HTML, "text/html");
    }
}
