package dev.tidings.producer.publish.prepare;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

class NewsSitemapLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "sitemap.xml";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        return items.stream()
                .map(item -> "<url><loc>" + identityOf(item)
                        + "</loc><news:news><news:publication><news:name>A</news:name><news:language>ckb</news:language>"
                        + "</news:publication><news:publication_date>2026-03-21</news:publication_date><news:title>"
                        + item.title() + "</news:title><news:keywords>" + item.text()
                        + "</news:keywords></news:news></url>")
                .collect(Collectors.joining(
                        "\n",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
                                + "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">",
                        "</urlset>"))
                .getBytes(charset);
    }

    @Override
    String identityOf(Item item) {
        return "https://a.example/" + item.id() + "?a=1";
    }
}
