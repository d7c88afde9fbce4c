package dev.tidings.streams.dedup.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.streams.dedup.index.DeadLetteredVersion;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;
import dev.tidings.text.fold.Fingerprint;
import dev.tidings.text.fold.FoldedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The real articles of the seeds, their spelling variants, and incoming articles made of them. */
public final class Articles {

    static final long DAY = 86_400_000L;

    private static final Map<String, String> OLD_KURDISH =
            Map.of("ە", "ه\u200c", "ک", "ك", "ی", "ي", "ڕ", "ر", "ڵ", "ل", "ۆ", "و", "ێ", "ى");

    private Articles() {}

    public static List<String> seeds() {
        try (Stream<Path> files = Files.list(Path.of("../seeds"))) {
            return files.sorted().map(Articles::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text as an old Arabic keyboard writes it, with the other digits. */
    public static String respelt(String text) {
        String respelt = text;
        for (Map.Entry<String, String> rule : OLD_KURDISH.entrySet()) {
            respelt = respelt.replace(rule.getKey(), rule.getValue());
        }
        for (int digit = 0; digit < 10; digit++) {
            respelt = respelt.replace((char) ('٠' + digit), (char) ('۰' + digit))
                    .replace((char) ('0' + digit), (char) ('٠' + digit));
        }
        return respelt;
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    public static Sketch sketch(String text) {
        return Sketcher.computeSketch(new SketchInput(Optional.empty(), text, Optional.empty()));
    }

    static Draft article(String name) {
        return new Draft(name, 1, 0, "", Optional.empty(), Optional.empty(), 0, 0);
    }

    /** An incoming article in the making. */
    record Draft(
            String name,
            long revision,
            long deadLetteredBefore,
            String body,
            Optional<String> title,
            Optional<String> url,
            long time,
            int partition) {

        Draft revision(long number) {
            return new Draft(name, number, deadLetteredBefore, body, title, url, time, partition);
        }

        Draft afterDeadLetters(long count) {
            return new Draft(name, revision, count, body, title, url, time, partition);
        }

        Draft text(String text) {
            return new Draft(name, revision, deadLetteredBefore, text, title, url, time, partition);
        }

        Draft title(String text) {
            return new Draft(name, revision, deadLetteredBefore, body, Optional.of(text), url, time, partition);
        }

        Draft url(String address) {
            return new Draft(name, revision, deadLetteredBefore, body, title, Optional.of(address), time, partition);
        }

        Draft day(double day) {
            return new Draft(name, revision, deadLetteredBefore, body, title, url, (long) (day * DAY), partition);
        }

        Draft from(int rawPartition) {
            return new Draft(name, revision, deadLetteredBefore, body, title, url, time, rawPartition);
        }

        IncomingArticle at(long offset) {
            return new IncomingArticle(
                    new SourcePosition(partition, offset),
                    time,
                    id(name),
                    revision,
                    deadLetteredBefore,
                    sha(),
                    Sketcher.computeSketch(new SketchInput(title, body, url)));
        }

        DeadLetteredVersion deadLetterAt(long offset) {
            return new DeadLetteredVersion(
                    new SourcePosition(partition, offset), time, id(name), revision, deadLetteredBefore);
        }

        private String sha() {
            Fingerprint bytes = FoldedText.of(body.chars()
                            .collect(
                                    StringBuilder::new,
                                    (all, c) -> all.append(c).append(' '),
                                    StringBuilder::append)
                            .toString())
                    .fingerprint();
            return bytes.toString() + bytes;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
