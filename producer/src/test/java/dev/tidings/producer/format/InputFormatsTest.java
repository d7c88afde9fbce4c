package dev.tidings.producer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

class InputFormatsTest {

    @Test
    void textIsKnownByItsName() {
        assertThat(List.of("a.txt", "A.TXT", "هەواڵ.Txt", "a.text"))
                .allMatch(name -> format(name).isPresent());
        assertThat(List.of("a.jpg", "a.txt.gz", "txt", "a", "atxt"))
                .noneMatch(name -> format(name).isPresent());
    }

    @Test
    void webPagesAreKnownByTheirName() throws IOException {
        ByteBuffer page = ByteBuffer.wrap("<p>هەواڵ</p>".getBytes(UTF_8));

        for (String name : List.of("a.html", "B.HTM", "هەواڵ.xhtml")) {
            assertThat(supplied(name, page)).isEqualTo(SuppliedArticle.whole(page, SourceFormat.HTML, "text/html"));
        }
        assertThat(supplied("a.html", ByteBuffer.wrap("%PDF-1.7".getBytes(UTF_8)))
                        .mediaType())
                .isEqualTo("application/pdf");
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
        return InputFormats.standard().formatOf(InputContent.of(name, ByteBuffer.allocate(0)));
    }

    private static SuppliedArticle supplied(ByteBuffer content) {
        return supplied("a.txt", content);
    }

    private static SuppliedArticle supplied(String name, ByteBuffer content) {
        InputContent input = InputContent.of(name, content);
        InputFormat format = InputFormats.standard().formatOf(input).orElseThrow();
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
