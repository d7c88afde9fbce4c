package dev.tidings.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void aKurdishNameIsItself() {
        assertThat(FileName.of(Path.of("هەواڵ ١.txt"))).isEqualTo(new FileName("هەواڵ ١.txt", true));
    }

    @Test
    void decomposedAndComposedLettersAreOneName() {
        assertThat(FileName.of(Path.of("s\u0327ex.txt"))).isEqualTo(FileName.of(Path.of("\u015fex.txt")));
    }

    @Test
    void charactersWithAMeaningInUrisStayAsTheyAre() {
        String name = "100% +a b#1?&=.txt";
        assertThat(FileName.of(Path.of(name)).text()).isEqualTo(name);
        assertThat(FileName.of(Path.of(name + "ێ")).text()).isEqualTo(name + "ێ");
    }

    @Test
    void bytesThatAreNotUtf8AreFlaggedAndKeepNamesApart() {
        FileName ff = FileName.of(Path.of(URI.create("file:///bad%FFa.txt")));
        FileName fe = FileName.of(Path.of(URI.create("file:///bad%FEa.txt")));

        assertThat(ff.utf8()).isFalse();
        assertThat(ff.text()).isEqualTo("bad\ufffdffa.txt");
        assertThat(fe.text()).isNotEqualTo(ff.text());
    }

    @Test
    void aNameCutInsideALetterIsFlagged() {
        assertThat(FileName.of(Path.of(URI.create("file:///%D9%87%DB")))).isEqualTo(new FileName("ه\ufffddb", false));
    }

    @Test
    void hiddenAndHalfWrittenNamesAreTemporary() {
        assertThat(new String[] {".hidden", "a.tmp", "a.part", "a.txt~", ".a.txt.swp", "a.swp", "a.crdownload", "A.TMP"
                })
                .allMatch(name -> FileName.of(Path.of(name)).temporary());
        assertThat(new String[] {"a.txt", "tmp", "part.txt", "~a.txt", "swp"})
                .noneMatch(name -> FileName.of(Path.of(name)).temporary());
    }
}
