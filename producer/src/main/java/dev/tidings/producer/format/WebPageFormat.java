package dev.tidings.producer.format;

import dev.tidings.producer.source.InputContent;
import dev.tidings.schemas.SourceFormat;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A web page, one article a file. What stands in it, its charset and its address included, is found by the topology.
 * Content that is known to be no text keeps its own media type whatever its name says.
 */
final class WebPageFormat implements InputFormat {

    private static final List<String> FILE_SUFFIXES = List.of(".html", ".htm", ".xhtml");

    @Override
    public boolean claimsName(InputContent content) {
        String name = content.name().toLowerCase(Locale.ROOT);
        return FILE_SUFFIXES.stream().anyMatch(name::endsWith);
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        return WholeInput.read(content, SourceFormat.HTML, "text/html");
    }
}
