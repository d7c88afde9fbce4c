package dev.tidings.streams.story.index;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * What is published of an article in a story.
 *
 * @param articleId article id
 * @param revision its newest revision that was grouped
 * @param uri stable name
 * @param source root, feed or service it comes from
 * @param title title; empty when it has none
 * @param language language (BCP 47)
 * @param script script (ISO 15924)
 * @param place where its raw record stands
 * @param decision ordinal of its deduplication decision
 */
public record ArticleDetails(
        String articleId,
        long revision,
        String uri,
        String source,
        Optional<String> title,
        String language,
        String script,
        Place place,
        long decision) {

    /** Keeps names that many articles share once: a million articles are remembered. */
    public ArticleDetails {
        source = source.intern();
        language = language.intern();
        script = script.intern();
    }

    /**
     * Returns the details of an article that is in no topic: its id is made of its name.
     *
     * @param time when it comes, in milliseconds since 1970
     */
    public static ArticleDetails ofName(String name, String title, long time) {
        return new ArticleDetails(idOf(name), 1, name, "", Optional.of(title), "und", "Zyyy", new Place(0, 0, time), 0);
    }

    /** Returns the id that {@link #ofName} makes of a name. */
    public static String idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
