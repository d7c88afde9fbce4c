package dev.tidings.producer.publish.prepare;

import dev.tidings.producer.source.ScannedInput;
import dev.tidings.schemas.ArticleId;
import java.util.List;

/**
 * One content of one article, about to become an event.
 *
 * @param input where it was found
 * @param uri of the article; that of the input unless the input is a container
 * @param content its bytes
 * @param revision its revision, at least 1
 */
record InputEvent(ScannedInput input, String uri, ArticleContent content, long revision) {

    String articleId() {
        return ArticleId.of(uri);
    }

    List<String> flags() {
        return input.nameUtf8() ? List.of() : List.of("name_not_utf8");
    }
}
