package dev.tidings.streams.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractors;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteBoilerplateTest {

    private static final String HOST = "news.example";
    private static final String MENU = "Home | World | Business";
    private static final String FOOT = "Write to the newsdesk in confidence";
    private static final long DAY = 86_400_000L;

    private final Extractors extractors = new Extractors(List.of());
    private final BoilerplateIndex index = BoilerplateIndex.inMemory();

    @Test
    void whatThreeArticlesOfAHostHaveAtTheirEdgesIsBoilerplate() {
        assertThat(boilerplate(trim(framed(1)))).isEmpty();
        assertThat(boilerplate(trim(framed(2)))).isEmpty();

        Extraction third = trim(framed(3));

        assertThat(boilerplate(third)).containsExactly(MENU, FOOT);
        assertThat(third.body()).isEqualTo(story(3));
        assertThat(third.text()).contains(MENU, FOOT);
    }

    @Test
    void itIsKnownInOtherLettersToo() {
        String menu = "سەرەتا | هەواڵ | کەلتوور";
        IntStream.range(0, 3).forEach(i -> trim(extraction("Title number " + word(i), menu, story(i))));

        Extraction next = trim(extraction(
                "Title of the next one",
                menu.replace('ک', 'ك').replace('ی', 'ي').replace("ە", "ه\u200c"),
                story(9)));

        assertThat(next.body()).isEqualTo(story(9));
    }

    @Test
    void anotherHostHasOtherBoilerplate() {
        IntStream.range(0, 5).forEach(i -> trim(framed(i)));

        assertThat(boilerplate(trim(framed(9), new LineSighting("other.example", 1, 0))))
                .isEmpty();
    }

    @Test
    void copiesOfOneStoryUnderOneTitleTeachNothing() {
        for (int i = 0; i < 9; i++) {
            Extraction copy = extraction("One title of a story", "The first part", "The second part " + word(i));
            assertThat(boilerplate(trim(copy))).isEmpty();
        }
    }

    @Test
    void laterRevisionsTeachNothing() {
        for (int revision = 2; revision < 9; revision++) {
            Extraction trimmed = trim(framed(revision), new LineSighting(HOST, revision, 0));
            assertThat(boilerplate(trimmed)).isEmpty();
        }
    }

    @Test
    void whatRecursInTheMiddleOfLongArticlesIsNoBoilerplate() {
        for (int i = 0; i < 6; i++) {
            String[] parts =
                    IntStream.range(0, 40).mapToObj(SiteBoilerplateTest::story).toArray(String[]::new);
            for (int part = 0; part < parts.length; part++) {
                parts[part] = word(i) + " " + parts[part];
            }
            parts[20] = "What everybody wants to know";
            assertThat(boilerplate(trim(extraction("Title " + word(i) + " of these", parts))))
                    .isEmpty();
        }
    }

    @Test
    void anArticleOfWhichNothingWouldBeLeftStaysAsItIs() {
        IntStream.range(0, 4).forEach(i -> trim(framed(i)));

        Extraction frame = extraction("An empty frame here", MENU, FOOT);

        assertThat(trim(frame)).isEqualTo(frame);
    }

    @Test
    void aMenuThatWasTakenForTheTitleIsNone() {
        for (int i = 0; i < 2; i++) {
            assertThat(trim(untitled(i)).title()).isPresent();
        }

        assertThat(trim(untitled(2)).title()).isEmpty();
        assertThat(trim(untitled(3)).body()).isEqualTo(story(3));
    }

    @Test
    void whatIsRememberedOfAHostIsBounded() {
        for (int i = 0; i < 400; i++) {
            trim(extraction("Title " + word(i) + " of these", story(i), story(i + 1_000), "line " + word(i), FOOT));
        }

        HostBoilerplate known = index.hostBoilerplate(HOST).orElseThrow();
        assertThat(known.lines())
                .hasSizeLessThanOrEqualTo(HostBoilerplate.MAX_CANDIDATES + HostBoilerplate.MAX_ESTABLISHED);
        assertThat(known.lines()).filteredOn(BoilerplateLine::isEstablished).hasSize(1);
    }

    @Test
    void hostsThatHaveFallenSilentMakeRoomForNewOnes() {
        for (int i = 0; i < 300; i++) {
            trim(framed(i), new LineSighting("old" + i + ".example", 1, 0));
        }
        for (int i = 0; i < 300; i++) {
            trim(framed(i), new LineSighting("new" + i + ".example", 1, 40 * DAY));
        }

        List<String> hosts = index.hostsAfter("", 1_000);
        assertThat(hosts).filteredOn(host -> host.startsWith("new")).hasSize(300);
        assertThat(hosts).filteredOn(host -> host.startsWith("old")).hasSizeLessThan(10);
    }

    @Test
    void theSameArticlesInTheSameOrderAreMarkedAlike() {
        BoilerplateIndex again = BoilerplateIndex.inMemory();
        for (int i = 0; i < 60; i++) {
            LineSighting lineSighting = new LineSighting("h" + i % 3 + ".example", 1, i * DAY);
            assertThat(trim(again, framed(i / 2), lineSighting)).isEqualTo(trim(framed(i / 2), lineSighting));
        }
    }

    private Extraction trim(Extraction extraction) {
        return trim(extraction, new LineSighting(HOST, 1, 0));
    }

    private Extraction trim(Extraction extraction, LineSighting lineSighting) {
        return trim(index, extraction, lineSighting);
    }

    private static Extraction trim(BoilerplateIndex index, Extraction extraction, LineSighting lineSighting) {
        Optional<HostBoilerplate> known = index.hostBoilerplate(lineSighting.host());
        MarkedArticle marked = SiteBoilerplate.mark(extraction, known, lineSighting);
        new SiteBoilerplate(index).learnLines(lineSighting, known, marked.learned());
        return marked.extraction();
    }

    private Extraction framed(int story) {
        return extraction("Title number " + word(story), MENU, story(story), FOOT);
    }

    private Extraction untitled(int story) {
        return extractors
                .forMediaType("text/plain")
                .extractArticle(new Document(MENU + "\n\n" + story(story), Optional.empty()));
    }

    private Extraction extraction(String title, String... parts) {
        return extractors
                .forMediaType("text/plain")
                .extractArticle(new Document(String.join("\n\n", parts), Optional.of(title)));
    }

    private static String story(int story) {
        return "The council of " + word(story)
                + " has met in the old town hall and decided on the bridge over the river.";
    }

    private static String word(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 26))))
                .collect(Collectors.joining("", "x", "x"));
    }

    private static List<String> boilerplate(Extraction extraction) {
        List<String> marked = new ArrayList<>();
        for (TextBlock textBlock : extraction.textBlocks()) {
            if (textBlock.role() == TextBlockRole.BOILERPLATE) {
                marked.add(textBlock.visibleText(extraction.text()));
            }
        }
        return marked;
    }
}
