package dev.tidings.producer.format.text;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** First bytes of formats that are no text and are met under a text's name. */
enum BinarySignature {
    PDF("application/pdf", "255044462d"),
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff"),
    GIF("image/gif", "47494638"),
    ZIP("application/zip", "504b0304"),
    GZIP("application/gzip", "1f8b08"),
    ELF("application/x-executable", "7f454c46");

    private final String mediaType;
    /** Lower-case hexadecimal. */
    private final String start;

    BinarySignature(String mediaType, String start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<BinarySignature> of(ByteBuffer content) {
        byte[] head = new byte[Math.min(8, content.remaining())];
        content.slice().get(head);
        String hex = HexFormat.of().formatHex(head);
        return Arrays.stream(values())
                .filter(signature -> hex.startsWith(signature.start))
                .findFirst();
    }
}
