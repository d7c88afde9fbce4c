package dev.tidings.producer.publish.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.Topics;
import java.util.HexFormat;

/**
 * The transactional id of a root's publisher. Two publishers of one root share it, so that the later fences the
 * earlier; two roots never do: every byte but ASCII letters, digits, {@code .}, {@code _} and {@code -} is escaped.
 */
final class TransactionalId {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    private static final HexFormat HEX = HexFormat.of();

    private TransactionalId() {}

    static String of(Topics topics, String root) {
        StringBuilder id = new StringBuilder(topics.idPrefix()).append("publish-");
        for (byte b : root.getBytes(UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) {
                id.append((char) b);
            } else {
                id.append('%').append(HEX.toHexDigits(b));
            }
        }
        return id.toString();
    }
}
