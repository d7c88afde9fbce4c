package dev.tidings.producer.format;

import dev.tidings.producer.source.InputContent;
import dev.tidings.schemas.SourceFormat;
import java.io.IOException;
import java.util.Locale;

/**
 * Plain text, one article a file. The charset is not looked at: the topology decides on it. Content that is known to be
 * no text keeps its own media type whatever its name says, and the topology sees at once what it has.
 */
final class PlainTextFormat implements InputFormat {

    @Override
    public boolean claimsName(InputContent content) {
        String name = content.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") || name.endsWith(".text");
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        return WholeInput.read(content, SourceFormat.TEXT, "text/plain");
    }
}
