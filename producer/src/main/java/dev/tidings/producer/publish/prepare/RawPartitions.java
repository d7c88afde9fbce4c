package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.format.SuppliedArticle;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/** Which partition a record goes to: Kafka's own hash (murmur2 of the UTF-8 bytes), on the keys that Tidings needs. */
public final class RawPartitions {

    private RawPartitions() {}

    public static int partitionOf(String text, int count) {
        return Utils.toPositive(Utils.murmur2(text.getBytes(UTF_8))) % count;
    }

    /**
     * One host's articles share a partition, so that its boilerplate is learned from one order; else the id spreads.
     */
    static int ofArticle(SuppliedArticle article, String articleId, int count) {
        return partitionOf(article.url().flatMap(RawPartitions::hostOf).orElse(articleId), count);
    }

    private static Optional<String> hostOf(String url) {
        try {
            return Optional.ofNullable(URI.create(url.strip()).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
