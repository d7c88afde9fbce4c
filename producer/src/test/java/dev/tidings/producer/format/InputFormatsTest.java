package dev.tidings.producer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
                .allMatch(name -> InputFormats.of(name).isPresent());
        assertThat(List.of("a.jpg", "a.txt.gz", "txt", "a", "atxt"))
                .noneMatch(name -> InputFormats.of(name).isPresent());
    }

    @Test
    void webPagesAreKnownByTheirName() {
        ByteBuffer page = ByteBuffer.wrap("<p>هەواڵ</p>".getBytes(UTF_8));
        assertThat(List.of("a.html", "B.HTM", "هەواڵ.xhtml"))
                .allSatisfy(
                        name -> assertThat(InputFormats.of(name).orElseThrow().supplied(page))
                                .isEqualTo(new SuppliedArticle(SourceFormat.HTML, "text/html", Optional.empty())));
        assertThat(InputFormats.of("a.html")
                        .orElseThrow()
                        .supplied(ByteBuffer.wrap("%PDF-1.7".getBytes(UTF_8)))
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
                            && article.url().isEmpty());
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

    private static SuppliedArticle supplied(ByteBuffer content) {
        return InputFormats.of("a.txt").orElseThrow().supplied(content);
    }

    private static ByteBuffer content(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
