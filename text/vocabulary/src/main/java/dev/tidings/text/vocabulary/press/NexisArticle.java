package dev.tidings.text.vocabulary.press;

import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import dev.tidings.text.vocabulary.StatedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article of Nexis Uni or Lexis Advance: title, publication, day, fields, {@code Body}, text. For one thread. */
final class NexisArticle {

    private static final Pattern FIELD =
            Pattern.compile("\\s*(Section|Length|Byline|Highlight|Dateline|Load-Date|Language):\\s*(.*)");

    private static final Pattern BEHIND = Pattern.compile(
            "\\s*(?:Load-Date:.*|Graphic|Classification|Notes|Correction|Correction-Date:.*|End of Document)\\s*");

    /** The cover of a file lists what was asked for and what was found. */
    private static final Pattern COVER = Pattern.compile(
            "\\s*(?:\\d{1,4}\\.\\s.*|Client/Matter:.*|Search Terms:.*|Search Type:.*|Narrowed by:?.*|Content Type.*|User Name:.*"
                    + "|Job Number:.*|Date and Time:.*|Documents? \\(\\d+\\).*|News\\s.*:.*|-None-)\\s*");

    private final StatedArticle.Builder article = StatedArticle.builder(PressExport.NEXIS.mapping());
    private final Map<String, String> fields = new TreeMap<>();
    private final List<String> head = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();

    private NexisArticle() {}

    static StatedArticle read(String text) {
        NexisArticle reading = new NexisArticle();
        List<String> lines = Lines.of(text);
        int start = behindCover(lines);
        int bodyLine = start;
        while (bodyLine < lines.size() && !lines.get(bodyLine).strip().equals("Body")) {
            reading.takeHead(lines.get(bodyLine));
            bodyLine++;
        }
        reading.takeBody(lines.subList(Math.min(lines.size(), bodyLine + 1), lines.size()));
        return reading.stated();
    }

    private static int behindCover(List<String> lines) {
        int body = Math.max(0, lines.stream().map(String::strip).toList().indexOf("Body"));
        for (int i = body; i > 0; i--) {
            if (COVER.matcher(lines.get(i - 1)).matches()) {
                return i;
            }
        }
        return 0;
    }

    private void takeHead(String line) {
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
            fields.putIfAbsent(field.group(1), field.group(2).strip());
        } else if (Lines.isCopyright(line)) {
            article.attribute("rights", Lines.joined(line));
        } else if (Lines.isDay(line)) {
            article.field(Field.PUBLISHED, line.strip());
        } else if (!line.isBlank()) {
            head.add(Lines.joined(line));
        }
    }

    private void takeBody(List<String> lines) {
        boolean text = true;
        boolean classified = false;
        for (String line : lines) {
            text = text && !BEHIND.matcher(line).matches();
            classified = classified || line.strip().equals("Classification");
            if (text) {
                body.append(line.strip()).append('\n');
            } else if (classified) {
                Matcher field = FIELD.matcher(line);
                if (field.matches()) {
                    fields.putIfAbsent(field.group(1), field.group(2).strip());
                }
            }
        }
    }

    private StatedArticle stated() {
        article.field(Field.TITLE, head.isEmpty() ? "" : head.get(0));
        article.credit(head.size() < 2 ? "" : head.get(1), "publisher");
        article.field(Field.BYLINE, fields.getOrDefault("Byline", ""));
        article.field(Field.LANGUAGE, languageOf(fields.getOrDefault("Language", "")));
        article.field(Field.LEAD, fields.getOrDefault("Highlight", ""));
        article.attribute("categories", fields.getOrDefault("Section", ""));
        return article.text(new StatedText(body.toString().strip(), false)).build();
    }

    /** {@code ENGLISH; FRENCH}. */
    private static String languageOf(String stated) {
        return stated.replaceFirst("[;,(].*", "").toLowerCase(Locale.ROOT).strip();
    }
}
