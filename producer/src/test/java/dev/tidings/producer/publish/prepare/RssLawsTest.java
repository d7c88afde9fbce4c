package dev.tidings.producer.publish.prepare;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

class RssLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "feed.xml";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        return items.stream()
                .map(item -> "<item><title>" + item.title() + "</title><guid isPermaLink=\"false\">" + item.id()
                        + "</guid><content:encoded><![CDATA[<p>" + item.text() + "</p>]]></content:encoded></item>")
                .collect(Collectors.joining(
                        "\n",
                        "<?xml version=\"1.0\" encoding=\"" + charset.name()
                                + "\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
                                + "<title>News</title>\n",
                        "\n</channel></rss>"))
                .getBytes(charset);
    }

    @Override
    String identityOf(Item item) {
        return item.id();
    }
}
