package dev.tidings.producer.format.text;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Knows files by their name that are text and yet no article: programs, settings, tables. */
final class OtherKinds {

    private static final MimeTypes NAMES = MimeTypes.getDefaultMimeTypes();

    private OtherKinds() {}

    /** Returns whether the name is that of something else than plain text; a name that tells nothing is not. */
    static boolean isKnown(String name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        MediaType type = detect(metadata);
        return !type.equals(MediaType.OCTET_STREAM) && !type.equals(MediaType.TEXT_PLAIN);
    }

    private static MediaType detect(Metadata metadata) {
        try {
            return NAMES.detect(null, metadata);
        } catch (java.io.IOException e) {
            // Nothing is read.
            return MediaType.OCTET_STREAM;
        }
    }
}
