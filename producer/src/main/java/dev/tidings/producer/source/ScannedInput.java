package dev.tidings.producer.source;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One input as the walk found it: a regular file to read, or something to pass over.
 *
 * <p>Not part of the API: public for the packages that publish.
 *
 * @param uri stable name: {@code <root>/<relative path>}, NFC
 * @param file the regular file, every link resolved; what was found when it is passed over
 * @param nameUtf8 false when the name on disk is not valid UTF-8
 * @param skipped why it is passed over; empty for a file to read
 */
public record ScannedInput(String uri, Path file, boolean nameUtf8, Optional<SkipReason> skipped) {

    /** Returns the last part of the uri. */
    public String fileName() {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
