package dev.tidings.producer.format.text;

import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.source.InputContent;
import dev.tidings.producer.source.InputContent.BufferedContent;
import dev.tidings.schemas.SourceFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads an input that is one article. */
final class WholeInput {

    private WholeInput() {}

    /** Returns the input as one article of a format, or of none when its first bytes say that it is no text. */
    static RecordReader read(InputContent content, SourceFormat format, String mediaType) throws IOException {
        ByteBuffer payload = payload(content);
        return RecordReader.of(BinarySignature.of(payload)
                .map(signature -> SuppliedArticle.whole(payload, SourceFormat.UNKNOWN, signature.mediaType()))
                .orElseGet(() -> SuppliedArticle.whole(payload, format, mediaType)));
    }

    /** Returns the bytes; what is in memory already is not copied. */
    static ByteBuffer payload(InputContent content) throws IOException {
        if (content instanceof BufferedContent buffered) {
            return buffered.bytes();
        }
        try (InputStream in = content.open()) {
            return ByteBuffer.wrap(in.readAllBytes());
        }
    }
}
