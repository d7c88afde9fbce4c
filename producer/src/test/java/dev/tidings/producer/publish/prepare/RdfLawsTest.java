package dev.tidings.producer.publish.prepare;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

class RdfLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "feed.rdf";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        return items.stream()
                .map(item -> "<item rdf:about=\"" + identityOf(item) + "\"><title>" + item.title() + "</title><link>"
                        + identityOf(item) + "</link><description>" + item.text() + "</description></item>")
                .collect(Collectors.joining(
                        "\n",
                        "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                                + "xmlns=\"http://purl.org/rss/1.0/\"><channel><title>News</title></channel>\n",
                        "\n</rdf:RDF>"))
                .getBytes(charset);
    }

    @Override
    String identityOf(Item item) {
        return "https://a.example/" + item.id();
    }
}
