package dev.tidings.producer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.format.standard.StandardFormats;
import dev.tidings.producer.source.InputContent;
import dev.tidings.schemas.SourceFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFormatsTest {

    @Test
    void anEmptyFileIsKnownByItsNameAlone() {
        assertThat(List.of("a.txt", "A.TXT", "هەواڵ.Txt", "a.text", "a.html", "a.json", "a.jsonl"))
                .allMatch(name -> format(name).isPresent());
        assertThat(List.of("a.jpg", "txt", "a", "atxt"))
                .noneMatch(name -> format(name).isPresent());
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt | Ministers met in Ankara. | text",
                "a.txt | <!DOCTYPE html><html><body><p>هەواڵ</p></body></html> | html",
                "a.txt | <?xml version='1.0'?><!-- <x> --><html><body>x</body></html> | html",
                "a.txt | <div><p>One.</p><p>Two.</p></div> | html",
                "a | Words.<br><p>One.</p><p>Two.</p> | html",
                "a.html | Words without a single tag. | text",
                "a.html | <p>هەواڵ</p> | html",
                "B.HTM | <p>هەواڵ</p> | html",
                "a.txt | 1 < 2 and 3 > 2, he said. | text",
                "noname | Ministers met in Ankara. | text",
                "00021.kur | Ministers met in Ankara. | text",
                "a.txt | {\"title\":\"T\",\"body\":\"<p>x</p><p>y</p><p>z</p>\"} | json",
                "a.txt | [1] Ministers met. | text",
                "a.txt | {Ankara} Ministers met. | text",
                "a.json | {broken | json",
                "a.txt | Received: by x\\nSubject: y\\n\\nText | mail",
                "a.mbox | From a@b Mon Sep  6 16:45:00 2021\\nSubject: y\\n\\nText | mail",
                "a.txt | From Ankara, Mon Sep 6: Ministers met. | text",
                "a.md | # Ministers | markdown",
                "a.txt | ---\\ntitle: Ministers\\n---\\nThey met. | markdown",
                "a.txt | ---\\nMinisters met.\\n---\\nThey met. | text",
                "a.md | <!DOCTYPE html><html><body>x</body></html> | html",
                "a.txt | HD Ministers\\nWC 12 words\\nPD 6 September 2021 | press",
                "a.py | import os | none",
                "a.csv | a,b,c | none",
                "a.yaml | a: b | none",
                "a.css | p { color: red } | none"
            })
    void contentTellsTheFormat(String name, String content, String format) {
        assertThat(StandardFormats.formats()
                        .formatOf(InputContent.of(
                                name,
                                ByteBuffer.wrap(content.replace("\\n", "\n").getBytes(UTF_8))))
                        .map(InputFormat::name)
                        .orElse("none"))
                .isEqualTo(format);
    }

    @Test
    void namesOfFormatsAreDifferent() {
        assertThat(StandardFormats.formats().formats().stream().map(InputFormat::name))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSamplesArePlainText() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("../seeds"))) {
            assertThat(samples.map(InputFormatsTest::content).map(InputFormatsTest::supplied))
                    .hasSize(4)
                    .allMatch(article -> article.format() == SourceFormat.TEXT
                            && article.mediaType().equals("text/plain")
                            && article.url().isEmpty()
                            && article.recordOffset() == -1);
        }
    }

    @Test
    void contentBeatsTheName() {
        assertThat(supplied(ByteBuffer.wrap(HexFormat.of().parseHex("255044462d312e370a"))))
                .extracting(SuppliedArticle::format, SuppliedArticle::mediaType)
                .containsExactly(SourceFormat.UNKNOWN, "application/pdf");
        assertThat(supplied(ByteBuffer.wrap(HexFormat.of().parseHex("89504e470d0a1a0a00")))
                        .mediaType())
                .isEqualTo("image/png");
    }

    @Test
    void lookingAtTheContentLeavesItAsItIs() {
        ByteBuffer content = ByteBuffer.wrap(new byte[] {1, 2, 3});
        supplied(content);
        assertThat(content.remaining()).isEqualTo(3);
    }

    @Test
    void contentShorterThanASignatureIsText() {
        assertThat(supplied(ByteBuffer.wrap(new byte[] {'%'})).format()).isEqualTo(SourceFormat.TEXT);
    }

    private static Optional<InputFormat> format(String name) {
        return StandardFormats.formats().formatOf(InputContent.of(name, ByteBuffer.allocate(0)));
    }

    private static SuppliedArticle supplied(ByteBuffer content) {
        return supplied("a.txt", content);
    }

    private static SuppliedArticle supplied(String name, ByteBuffer content) {
        InputContent input = InputContent.of(name, content);
        InputFormat format = StandardFormats.formats().formatOf(input).orElseThrow();
        try (RecordReader records = format.read(input, 4_000_000)) {
            return (SuppliedArticle) records.next().orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ByteBuffer content(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
