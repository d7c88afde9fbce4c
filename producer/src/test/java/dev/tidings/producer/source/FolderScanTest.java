package dev.tidings.producer.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {

    @TempDir
    Path temporary;

    Path news;

    @BeforeEach
    void aFolder() throws IOException {
        news = Files.createDirectory(temporary.resolve("news"));
    }

    @Test
    void theFourSamplesAreFoundInOrder() {
        assertThat(uris(Path.of("../seeds")))
                .containsExactly(
                        "seeds/000_7862ad32163287db.txt",
                        "seeds/001_0ad0bd1f11616762.txt",
                        "seeds/002_5f853b347646af86.txt",
                        "seeds/003_6c18de837fb1579b.txt");
    }

    @Test
    void foldersStandInTheirPlaceAmongTheFiles() throws IOException {
        for (String name : List.of("b/2.txt", "a.txt", "c.txt", "b/1.txt", "b/x/9.txt")) {
            write(name);
        }
        assertThat(uris(news))
                .containsExactly("news/a.txt", "news/b/1.txt", "news/b/2.txt", "news/b/x/9.txt", "news/c.txt");
    }

    @Test
    void hiddenAndHalfWrittenFilesAreNotSeen() throws IOException {
        for (String name : List.of(".git/config.txt", ".x.txt", "a.tmp", "a.part", "a.txt~", "a.swp", "a.txt")) {
            write(name);
        }
        assertThat(uris(news)).containsExactly("news/a.txt");
    }

    @Test
    void aHalfWrittenFileThatIsAskedForByNameIsSkippedAloud() throws IOException {
        Path half = write("a.txt.part");
        assertThat(skipped(half)).containsExactly(Map.entry("news/a.txt.part", SkipReason.TEMPORARY));
    }

    @Test
    void aPipeIsSkippedWithoutBeingOpened() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", news.resolve("pipe.txt").toString())
                        .start()
                        .waitFor())
                .isZero();
        write("z.txt");

        assertThat(skipped(news)).containsExactly(Map.entry("news/pipe.txt", SkipReason.NOT_REGULAR_FILE));
        assertThat(uris(news)).contains("news/z.txt");
    }

    @Test
    void linksLeadNeitherOutNorInCircles() throws IOException {
        Path outside = Files.writeString(temporary.resolve("secret.txt"), "secret");
        write("sub/a.txt");
        link("to-secret.txt", outside);
        link("to-folder-outside", temporary);
        link("nothing.txt", news.resolve("gone.txt"));
        link("sub/up", Path.of(".."));
        link("circle", Path.of("circle"));
        link("sub2", Path.of("sub"));
        link("same.txt", Path.of("sub/a.txt"));

        assertThat(skipped(news))
                .containsOnly(
                        Map.entry("news/to-secret.txt", SkipReason.OUTSIDE_ROOT),
                        Map.entry("news/to-folder-outside", SkipReason.OUTSIDE_ROOT),
                        Map.entry("news/nothing.txt", SkipReason.VANISHED),
                        Map.entry("news/sub/up", SkipReason.SYMLINK_LOOP),
                        Map.entry("news/circle", SkipReason.SYMLINK_LOOP),
                        Map.entry("news/sub2", SkipReason.LINKED_FOLDER));
        assertThat(readable(news)).containsExactly("news/same.txt", "news/sub/a.txt");
    }

    @Test
    void aLinkInsideTheRootIsReadAtItsTarget() throws IOException {
        Path target = write("sub/a.txt");
        link("same.txt", target);

        assertThat(inputs(news).get(0).file()).isEqualTo(target.toRealPath());
    }

    @Test
    void aRootThatIsALinkKeepsItsNameAndIsWalked() throws IOException {
        write("a.txt");
        Path today = Files.createSymbolicLink(temporary.resolve("today"), news);

        assertThat(uris(today)).containsExactly("today/a.txt");
    }

    @Test
    void twoNamesThatAreOneInNfcAreNotMixedUp() throws IOException {
        write("s\u0327.txt");
        write("\u015f.txt");
        write("d\u0327/1.txt");
        write("\u1e11/2.txt");

        assertThat(skipped(news).values()).containsOnly(SkipReason.NAME_COLLISION);
        assertThat(uris(news).stream().filter(uri -> uri.endsWith(".txt")))
                .hasSize(3)
                .contains("news/\u015f.txt");
    }

    @Test
    void namesThatAreNotUtf8AreTwoFlaggedInputs() throws IOException {
        for (String name : List.of("bad%FF.txt", "bad%FE.txt")) {
            Files.writeString(Path.of(URI.create(news.toUri() + name)), "text");
        }

        assertThat(inputs(news))
                .hasSize(2)
                .noneMatch(ScannedInput::nameUtf8)
                .extracting(ScannedInput::uri)
                .doesNotHaveDuplicates();
    }

    @Test
    void aFolderThatVanishesIsToldAndTheWalkGoesOn() throws IOException {
        write("a/1.txt");
        write("b/2.txt");
        write("c.txt");
        FolderScan folderScan = scan(news);
        assertThat(folderScan.next().uri()).isEqualTo("news/a/1.txt");
        Files.delete(news.resolve("b/2.txt"));
        Files.delete(news.resolve("b"));

        ScannedInput gone = folderScan.next();

        assertThat(gone.uri()).isEqualTo("news/b");
        assertThat(gone.skipped()).contains(SkipReason.VANISHED);
        assertThat(folderScan.next().uri()).isEqualTo("news/c.txt");
    }

    @Test
    void folders200DeepAreWalked() throws IOException {
        String deep = "d/".repeat(200) + "a.txt";
        write(deep);
        assertThat(uris(news)).containsExactly("news/" + deep);
    }

    @Test
    void aFileNamedTwiceAndAFileWithItsFolderAreFoundOnce() throws IOException {
        Path a = write("a.txt");
        write("b.txt");

        assertThat(uris(a, a)).containsExactly("news/a.txt");
        assertThat(uris(a, news)).containsExactly("news/a.txt", "news/b.txt");
    }

    @Test
    void urisAreTheSameInEveryLocale() throws Exception {
        IntStream.range(0, 3).forEach(i -> write("هەواڵ" + i + ".txt"));

        assertThat(printedUnder("C")).isEqualTo(printedUnder("C.UTF-8")).contains("news/هەواڵ0.txt", "news/هەواڵ2.txt");
    }

    private String printedUnder(String locale) throws IOException {
        ProcessBuilder printer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScanPrinter.class.getName())
                .directory(news.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        printer.environment().put("LC_ALL", locale);
        return new String(printer.start().getInputStream().readAllBytes(), UTF_8);
    }

    /** Prints the uris under the working folder, as UTF-8. */
    static final class ScanPrinter {
        public static void main(String[] args) {
            FolderScan folderScan = scan(Path.of("."));
            while (folderScan.hasNext()) {
                System.out.writeBytes((folderScan.next().uri() + "\n").getBytes(UTF_8));
            }
        }
    }

    private Path write(String name) {
        try {
            Path file = news.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(news.resolve(name), target);
    }

    private static FolderScan scan(Path... paths) {
        return new FolderScan(
                InputSelection.selectionsOf(List.of(paths), Optional.empty()).get(0));
    }

    private static List<ScannedInput> inputs(Path... paths) {
        List<ScannedInput> inputs = new ArrayList<>();
        scan(paths).forEachRemaining(inputs::add);
        return inputs;
    }

    private static List<String> uris(Path... paths) {
        return inputs(paths).stream().map(ScannedInput::uri).toList();
    }

    private static List<String> readable(Path path) {
        return inputs(path).stream()
                .filter(input -> input.skipped().isEmpty())
                .map(ScannedInput::uri)
                .toList();
    }

    private static Map<String, SkipReason> skipped(Path path) {
        Map<String, SkipReason> reasons = new TreeMap<>();
        inputs(path).forEach(input -> input.skipped().ifPresent(reason -> reasons.put(input.uri(), reason)));
        return reasons;
    }
}
