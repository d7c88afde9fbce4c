package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.Title;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The meta tags of a page by name, property or itemprop, in lower case; of several with one name the first. */
final class PageMeta {

    private final Map<String, String> contents = new HashMap<>();

    PageMeta(Document page) {
        for (Element meta : page.select("meta[content]")) {
            String content = Title.oneLine(meta.attr("content"));
            if (!content.isEmpty()) {
                Stream.of("property", "name", "itemprop")
                        .map(meta::attr)
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> contents.putIfAbsent(name.toLowerCase(Locale.ROOT), content));
            }
        }
    }

    /** Returns the content of the first of the names that has one. */
    Optional<String> first(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(contents.get(name)))
                .findFirst();
    }
}
