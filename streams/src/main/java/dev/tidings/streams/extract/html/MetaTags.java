package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.Title;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The meta tags of a page by name, property or itemprop; of several with one name the first. Names are compared by
 * their letters and digits: {@code article:published:time} is {@code article:published_time}.
 */
final class MetaTags {

    private final Map<String, String> contents = new HashMap<>();

    MetaTags(Document page) {
        for (Element meta : page.select("meta[content]")) {
            String content = Title.oneLine(meta.attr("content"));
            if (!content.isEmpty()) {
                Stream.of("property", "name", "itemprop")
                        .map(meta::attr)
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> contents.putIfAbsent(lettersOf(name), content));
            }
        }
    }

    /** Returns the content of the first of the names that has one. */
    Optional<String> firstContent(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(contents.get(lettersOf(name))))
                .findFirst();
    }

    private static String lettersOf(String name) {
        return ArticleText.lettersOf(name, Integer.MAX_VALUE);
    }
}
