package dev.tidings.consumer.store;

import dev.tidings.schemas.ArticleId;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes ids of articles from their uris. */
public final class ArticleIds {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ArticleIds() {}

    /** Returns an id as it is, and of any other text the id of the article with that uri. */
    public static String toId(String idOrUri) {
        return ID.matcher(idOrUri).matches()
                ? idOrUri
                : ArticleId.of(Normalizer.normalize(idOrUri, Normalizer.Form.NFC));
    }
}
