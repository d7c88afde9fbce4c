package dev.tidings.text.trainer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a file of a public source is read: into sentences, or into words with weights. */
enum SourceParser {
    /** Word list of Unilex: word, tab, count. Damped: the head of a web corpus is narrower than news. */
    UNILEX {
        @Override
        void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException {
            for (String line : readLines(file)) {
                String[] columns = line.split("\t", -1);
                if (columns.length == 2 && !line.startsWith("Form\t")) {
                    corpusConsumer.acceptWord(columns[0], dampedWeight(columns[1]));
                }
            }
        }
    },
    /** Word list sorted by frequency without counts: the weight of a rank is its reciprocal. */
    RANKED {
        @Override
        void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException {
            int rank = 0;
            for (String line : readLines(file)) {
                rank++;
                if (rank <= MAX_LIST_RANK && !line.isBlank()) {
                    corpusConsumer.acceptWord(line.strip(), 1.0 / rank);
                }
            }
        }
    },
    /** Word list: word, space, count. */
    COUNTED {
        @Override
        void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException {
            for (String line : readLines(file)) {
                int space = line.lastIndexOf(' ');
                if (space > 0) {
                    corpusConsumer.acceptWord(line.substring(0, space), dampedWeight(line.substring(space + 1)));
                }
            }
        }
    },
    /** A sentence a line. */
    LINES {
        @Override
        void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException {
            readLines(file).forEach(corpusConsumer::acceptSentence);
        }
    },
    /** CoNLL-U: the text comments. */
    CONLLU {
        @Override
        void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException {
            for (String line : readLines(file)) {
                if (line.startsWith("# text = ")) {
                    corpusConsumer.acceptSentence(line.substring(9));
                }
            }
        }
    },
    /** String resources of an Android app: markup and placeholders removed. */
    ANDROID {
        @Override
        void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException {
            Matcher strings = STRING.matcher(Files.readString(file, StandardCharsets.UTF_8));
            while (strings.find()) {
                corpusConsumer.acceptSentence(plainText(strings.group(1)));
            }
        }
    },
    /** CES-encoded verses. */
    VERSES {
        @Override
        void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException {
            Matcher verses = VERSE.matcher(Files.readString(file, StandardCharsets.UTF_8));
            while (verses.find()) {
                corpusConsumer.acceptSentence(plainText(verses.group(1)));
            }
        }
    },
    /** Tab-separated news: category, headline, text, address. */
    NEWS {
        @Override
        void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException {
            List<String> lines = readLines(file);
            for (String line : lines.subList(1, lines.size())) {
                String[] columns = line.split("\t", -1);
                if (columns.length >= 3) {
                    corpusConsumer.acceptSentence(columns[1]);
                    splitSentences(columns[2]).forEach(corpusConsumer::acceptSentence);
                }
            }
        }
    },
    /** Aligned sentences, one JSON object a line, a field a language. */
    ALIGNED {
        @Override
        void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException {
            Pattern field = Pattern.compile("\"" + language + "\": \"((?:[^\"\\\\]|\\\\.)*)\"");
            for (String line : readLines(file)) {
                Matcher matcher = field.matcher(line);
                if (matcher.find()) {
                    corpusConsumer.acceptSentence(unescapeText(matcher.group(1)));
                }
            }
        }
    },
    /** Comma-separated titles: number, title, label, address. */
    TITLES {
        @Override
        void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException {
            for (String line : readLines(file)) {
                String[] columns = line.split(",", -1);
                if (columns.length > 2) {
                    corpusConsumer.acceptSentence(columns[1]);
                }
            }
        }
    };

    private static final double DAMPING = 0.85;
    private static final int MAX_LIST_RANK = 100_000;
    private static final Pattern STRING =
            Pattern.compile("<(?:string|item)\\b[^>]*>([^<]*(?:<(?!/(?:string|item)>)[^<]*)*)<");
    private static final Pattern VERSE = Pattern.compile("<seg [^>]*type=\"verse\">([^<]*)</seg>");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?؟۔।።»”])\\s+");

    abstract void readInto(Path file, String language, CorpusConsumer corpusConsumer) throws IOException;

    static SourceParser parserNamed(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    static List<String> splitSentences(String text) {
        return List.of(SENTENCE_END.split(text, -1));
    }

    private static List<String> readLines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") || line.startsWith("# text = "))
                .toList();
    }

    private static double dampedWeight(String count) {
        return StrictMath.pow(Double.parseDouble(count.strip()), DAMPING);
    }

    private static String plainText(String markup) {
        return markup.replaceAll("&lt;.*?&gt;|<[^>]*>|%\\d*\\$?[a-z]|\\\\n|&[a-z#0-9]+;", " ")
                .replace("\\", "")
                .strip();
    }

    private static String unescapeText(String json) {
        Matcher escape = Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)").matcher(json);
        return escape.replaceAll(match -> Matcher.quoteReplacement(
                match.group(2) == null ? " " : String.valueOf((char) Integer.parseInt(match.group(2), 16))));
    }
}
