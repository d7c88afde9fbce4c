package dev.tidings.producer.format;

import dev.tidings.schemas.SourceFormat;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/**
 * Plain text, one article a file. The charset is not looked at: the topology decides on it. Content that is known to be
 * no text keeps its own media type whatever its name says, and the topology sees at once what it has.
 */
final class PlainText implements InputFormat {

    @Override
    public boolean claims(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") || name.endsWith(".text");
    }

    @Override
    public SuppliedArticle supplied(ByteBuffer content) {
        return BinarySignature.of(content)
                .map(signature -> new SuppliedArticle(SourceFormat.UNKNOWN, signature.mediaType(), Optional.empty()))
                .orElseGet(() -> new SuppliedArticle(SourceFormat.TEXT, "text/plain", Optional.empty()));
    }
}
