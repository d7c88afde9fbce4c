package dev.tidings.producer.publish;

import dev.tidings.producer.source.FileContent;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.schemas.ArticleId;
import java.util.List;

/**
 * One content of one input, about to become an event.
 *
 * @param input where it was found
 * @param content what was read
 * @param sha256 SHA-256 of the bytes read; empty when none were
 * @param revision its revision, at least 1
 */
record InputEvent(ScannedInput input, FileContent content, String sha256, long revision) {

    String uri() {
        return input.uri();
    }

    String articleId() {
        return ArticleId.of(uri());
    }

    List<String> flags() {
        return input.nameUtf8() ? List.of() : List.of("name_not_utf8");
    }
}
