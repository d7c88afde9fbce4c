package dev.tidings.app.publish;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topics;
import java.util.List;

/** What one source has published to the live topics, as a reader of committed records sees it. */
public final class PublishedSource {

    private PublishedSource() {}

    /** Returns the uris of all its raw articles; a doubled one stands here twice. */
    public static List<String> uris(LocalStack stack, String source) {
        return PublisherRun.on(stack, Topics.of(Topics.DEFAULT_PREFIX)).articlesIfAny().stream()
                .filter(article -> article.getSource().equals(source))
                .map(RawArticle::getUri)
                .toList();
    }
}
