package dev.tidings.producer.format;

import dev.tidings.schemas.SourceFormat;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A web page, one article a file. What stands in it, its charset and its address included, is found by the topology. Content
 * that is known to be no text keeps its own media type whatever its name says.
 */
final class WebPage implements InputFormat {

    private static final List<String> ENDINGS = List.of(".html", ".htm", ".xhtml");

    @Override
    public boolean claims(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public SuppliedArticle supplied(ByteBuffer content) {
        return BinarySignature.of(content)
                .map(signature -> new SuppliedArticle(SourceFormat.UNKNOWN, signature.mediaType(), Optional.empty()))
                .orElseGet(() -> new SuppliedArticle(SourceFormat.HTML, "text/html", Optional.empty()));
    }
}
