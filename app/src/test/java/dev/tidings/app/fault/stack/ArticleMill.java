package dev.tidings.app.fault.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.bench.text.SyntheticArticles;
import dev.tidings.app.fault.ledger.Planned.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes articles of every kind that the pipeline tells apart: texts that are alike to none, pages of sites that frame
 * them, exact and near copies, texts that are continued, cut short or rewritten, and bytes that are no text. For one
 * thread.
 */
final class ArticleMill {

    /**
     * One file.
     *
     * @param name of the file
     * @param bytes its content
     * @param ending how it has to end
     * @param partner name of the other one of a pair; empty where there is none
     */
    // It is never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Made(String name, byte[] bytes, Ending ending, String partner) {}

    private static final int TEXTS = 600;
    private static final byte[] NO_TEXT = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 1, 2, 3};
    private static final String[] SITES = {"north.example", "south.example", "east.example"};

    private final Path folder;
    private final long seed;
    private final Queue<Path> texts = new ArrayDeque<>();
    private final Queue<Made> made = new ArrayDeque<>();
    private int pools;
    private int number;

    /**
     * Makes one.
     *
     * @param folder for the texts, exists
     * @param seed decides on the words
     */
    ArticleMill(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /** Returns the next file. */
    Made next() {
        if (made.isEmpty()) {
            makeRound();
        }
        return made.remove();
    }

    /** Returns whether the last file was the first of a pair. */
    boolean isInsideAPair() {
        Made next = made.peek();
        return next != null
                && next.ending() == Ending.ONE_OF_A_PAIR
                && next.partner().compareTo(next.name()) < 0;
    }

    private void makeRound() {
        String copied = nextText();
        addPair(copied);
        for (int alone = 0; alone < 8; alone++) {
            add(".txt", nextText(), Ending.PUBLISHED);
        }
        String framed = nextText();
        // What near copies are is for the rules to say, and has to be what they say in an undisturbed run.
        add(".txt", framed, Ending.EITHER);
        add(".txt", "HEWLER (Agency) - " + framed + "\n\nFollow the agency on every channel", Ending.EITHER);
        for (String site : SITES) {
            add(".html", page(site, nextText()), Ending.PUBLISHED);
        }
        String base = nextText();
        add(".txt", base, Ending.EITHER);
        add(".txt", base + "\n\n" + nextText() + "\n\n" + nextText(), Ending.EITHER);
        add(".txt", base.substring(0, base.length() / 3), Ending.EITHER);
        add(".txt", rewritten(base), Ending.EITHER);
        made.add(new Made(newName(".txt"), NO_TEXT, Ending.DEAD, ""));
        add(".txt", nextText(), Ending.PUBLISHED);
    }

    private void addPair(String text) {
        String first = newName(".txt");
        String second = newName(".txt");
        made.add(new Made(first, text.getBytes(UTF_8), Ending.ONE_OF_A_PAIR, second));
        made.add(new Made(second, text.getBytes(UTF_8), Ending.ONE_OF_A_PAIR, first));
    }

    private void add(String suffix, String text, Ending ending) {
        made.add(new Made(newName(suffix), text.getBytes(UTF_8), ending, ""));
    }

    private String newName(String suffix) {
        return String.format(Locale.ROOT, "%06d%s", number++, suffix);
    }

    /** A page as a site makes it: what is above and below is the same on all of them. */
    private String page(String site, String text) {
        String paragraphs = text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + line + "</p>")
                .collect(Collectors.joining("\n"));
        return "<html><head><title>" + site + " " + number + "</title><link rel=\"canonical\" href=\"https://" + site
                + "/" + number + "\"></head><body><p>All the news of " + site + " every hour</p>\n" + paragraphs
                + "\n<p>Write to the editors of " + site + "</p></body></html>";
    }

    private static String rewritten(String text) {
        String[] words = text.split(" ", -1);
        return IntStream.range(0, words.length)
                .mapToObj(word -> word % 7 == 0 ? "so" : words[word])
                .collect(Collectors.joining(" "));
    }

    private String nextText() {
        if (texts.isEmpty()) {
            Path pool = folder.resolve("pool-" + pools);
            SyntheticArticles.writeArticles(
                            Pipeline.home().resolve("seeds"), pool, TEXTS, SyntheticArticles.REPORT, seed + pools++)
                    .originals()
                    .forEach(name -> texts.add(pool.resolve(name)));
        }
        try {
            return Files.readString(texts.remove());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
