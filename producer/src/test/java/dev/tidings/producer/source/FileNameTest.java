package dev.tidings.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void aKurdishNameIsItself() {
        assertThat(FileName.nameOf(Path.of("هەواڵ ١.txt"))).isEqualTo(new FileName("هەواڵ ١.txt", true));
    }

    @Test
    void decomposedAndComposedLettersAreOneName() {
        assertThat(FileName.nameOf(Path.of("s\u0327ex.txt"))).isEqualTo(FileName.nameOf(Path.of("\u015fex.txt")));
    }

    @Test
    void charactersWithAMeaningInUrisStayAsTheyAre() {
        String name = "100% +a b#1?&=.txt";
        assertThat(FileName.nameOf(Path.of(name)).text()).isEqualTo(name);
        assertThat(FileName.nameOf(Path.of(name + "ێ")).text()).isEqualTo(name + "ێ");
    }

    @Test
    void bytesThatAreNotUtf8AreFlaggedAndKeepNamesApart() {
        FileName ff = FileName.nameOf(Path.of(URI.create("file:///bad%FFa.txt")));
        FileName fe = FileName.nameOf(Path.of(URI.create("file:///bad%FEa.txt")));

        assertThat(ff.utf8()).isFalse();
        assertThat(ff.text()).isEqualTo("bad\ufffdffa.txt");
        assertThat(fe.text()).isNotEqualTo(ff.text());
    }

    @Test
    void aNameCutInsideALetterIsFlagged() {
        assertThat(FileName.nameOf(Path.of(URI.create("file:///%D9%87%DB"))))
                .isEqualTo(new FileName("ه\ufffddb", false));
    }

    @Test
    void hiddenAndHalfWrittenNamesAreTemporary() {
        assertThat(new String[] {".hidden", "a.tmp", "a.part", "a.txt~", ".a.txt.swp", "a.swp", "a.crdownload", "A.TMP"
                })
                .allMatch(name -> FileName.nameOf(Path.of(name)).isTemporary());
        assertThat(new String[] {"a.txt", "tmp", "part.txt", "~a.txt", "swp"})
                .noneMatch(name -> FileName.nameOf(Path.of(name)).isTemporary());
    }
}
