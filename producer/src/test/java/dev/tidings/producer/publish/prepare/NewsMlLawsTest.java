package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.publish.prepare.FormatTrial.Ended;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NewsMlLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "message.xml";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        return items.stream()
                .map(item -> newsItem("text", item))
                .collect(Collectors.joining(
                        "\n",
                        "<?xml version=\"1.0\" encoding=\"" + charset.name()
                                + "\"?><newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>",
                        "</itemSet></newsMessage>"))
                .getBytes(charset);
    }

    private static String newsItem(String kind, Item item) {
        return "<newsItem guid=\"urn:" + item.id() + "\" version=\"2\"><itemMeta><itemClass qcode=\"ninat:" + kind
                + "\"/><pubStatus qcode=\"stat:usable\"/></itemMeta><contentMeta><language tag=\"ckb\"/><headline>"
                + item.title()
                + "</headline></contentMeta><contentSet><inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\">"
                + "<body><p>" + item.text() + "</p></body></html></inlineXML></contentSet></newsItem>";
    }

    @Override
    String identityOf(Item item) {
        return "urn:" + item.id();
    }

    @Test
    void picturesAndPackagesArePassedOver() {
        Item item = items(1).get(0);
        List<Ended> ended = trial().publish(
                        fileName(),
                        ("<newsMessage><itemSet>" + newsItem("picture", item)
                                        + "<packageItem guid=\"p\"><itemMeta/></packageItem></itemSet></newsMessage>")
                                .getBytes(UTF_8));

        assertThat(ended).hasSize(2).extracting(Ended::reason).containsOnly("not_an_article");
    }

    @Test
    void aDocumentOfNitfIsOneArticle() {
        List<Ended> ended = trial().publish(
                        "a.xml",
                        ("<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf-3-4.dtd'><nitf><head><docdata><doc-id id-string='n1'/>"
                                        + "<date.issue norm='20210906T164500Z'/></docdata></head><body><body.head><hedline><hl1>Title</hl1>"
                                        + "</hedline></body.head><body.content><p>Words.</p></body.content></body></nitf>\n")
                                .getBytes(UTF_8));

        assertThat(ended).singleElement().satisfies(end -> {
            assertThat(end.uri()).isEqualTo("news/a.xml#n1");
            assertThat(end.raw().orElseThrow().getTitle()).contains("Title");
            assertThat(end.raw().orElseThrow().getPublishedRaw()).contains("20210906T164500Z");
        });
    }
}
