package dev.tidings.text.vocabulary.press;

import dev.tidings.text.vocabulary.LanguageTags;
import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import dev.tidings.text.vocabulary.StatedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An article of Factiva, with codes before its fields or without. */
final class FactivaArticle {

    private static final Pattern CODED = Pattern.compile(
            "\\s{0,3}(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|ART|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|DLN)(?:\\s+(.*))?");

    private static final Pattern WORDS =
            Pattern.compile("[\\d,.]+ (?:words|W\u00f6rter|mots|palabras|parole|palavras|woorden)\\s*");

    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?\\s*(?:GMT)?");
    private static final Pattern DOCUMENT = Pattern.compile("Do[ck]ument[oe]? ((?=\\S*\\d)[A-Za-z0-9]{8,40})\\s*");
    private static final Pattern BY =
            Pattern.compile("(?:by|von|par|por|di|door|da)\\s+(?=\\p{L})", Pattern.CASE_INSENSITIVE);

    /** Behind the words stand day, time, source, its code, edition, page, language, rights, in so many lines at most. */
    private static final int MAX_HEAD_LINES = 12;

    private FactivaArticle() {}

    static StatedArticle readFields(String text) {
        Map<String, StringBuilder> fields = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : Lines.of(text)) {
            Matcher coded = CODED.matcher(line);
            if (coded.matches()) {
                current = fields.computeIfAbsent(coded.group(1), code -> new StringBuilder());
                current.append(coded.group(2) == null ? "" : coded.group(2)).append('\n');
            } else {
                current.append(line.strip()).append('\n');
            }
        }
        StatedArticle.Builder article = StatedArticle.builder(PressExport.FACTIVA_FIELDS.mapping());
        article.field(Field.TITLE, line(fields, "HD"));
        article.field(Field.BYLINE, withoutBy(line(fields, "BY")));
        article.field(Field.PUBLISHED, (line(fields, "PD") + " " + line(fields, "ET")).strip());
        article.field(Field.LANGUAGE, line(fields, "LA"));
        article.field(Field.ID, idIn(line(fields, "AN")));
        article.credit(line(fields, "SN"), "publisher");
        article.credit(line(fields, "CR"), "agency");
        article.attribute("rights", line(fields, "CY"));
        article.attribute("categories", line(fields, "SE"));
        return article.text(textOf(textIn(fields, "LP"), textIn(fields, "TD"))).build();
    }

    private static String withoutBy(String byline) {
        Matcher by = BY.matcher(byline);
        return by.lookingAt() ? byline.substring(by.end()) : byline;
    }

    private static String line(Map<String, StringBuilder> fields, String code) {
        return Lines.joined(textIn(fields, code));
    }

    private static String textIn(Map<String, StringBuilder> fields, String code) {
        return Optional.ofNullable(fields.get(code))
                .map(StringBuilder::toString)
                .orElse("");
    }

    private static StatedText textOf(String... parts) {
        List<String> paragraphs = Stream.of(parts)
                .flatMap(part -> Lines.paragraphs(part).stream())
                .toList();
        return new StatedText(Lines.unwrapped(paragraphs), false);
    }

    private static String idIn(String line) {
        Matcher document = DOCUMENT.matcher(line.strip());
        return document.matches() ? document.group(1) : "";
    }

    static StatedArticle readLines(String text) {
        StatedArticle.Builder article = StatedArticle.builder(PressExport.FACTIVA.mapping());
        List<String> lines = Lines.of(text);
        int words = 0;
        while (words < lines.size() && !WORDS.matcher(lines.get(words)).matches()) {
            words++;
        }
        readTitle(
                lines.subList(0, words).stream().filter(line -> !line.isBlank()).toList(), article);
        int body = readHead(lines, Math.min(lines.size(), words + 1), article);
        int end = lines.size();
        for (int i = body; i < lines.size(); i++) {
            if (!idIn(lines.get(i)).isEmpty()) {
                article.field(Field.ID, idIn(lines.get(i)));
                end = i;
            }
        }
        return article.text(textOf(String.join("\n", lines.subList(Math.min(body, end), end))))
                .build();
    }

    /** Above the words stand the title, perhaps below its section, and perhaps above who wrote it. */
    private static void readTitle(List<String> lines, StatedArticle.Builder article) {
        int last = lines.size() - 1;
        boolean signed = last > 0 && BY.matcher(lines.get(last).strip()).lookingAt();
        if (signed) {
            article.field(Field.BYLINE, withoutBy(lines.get(last).strip()));
        }
        List<String> titles = lines.subList(0, signed ? last : last + 1);
        titles.stream()
                .reduce((one, other) -> other.length() > one.length() ? other : one)
                .ifPresent(title -> article.field(Field.TITLE, title));
    }

    /** Returns the line in which the text begins: behind the rights, else behind the language. */
    private static int readHead(List<String> lines, int from, StatedArticle.Builder article) {
        int body = from;
        String day = "";
        boolean named = false;
        for (int i = from; i < Math.min(lines.size(), from + MAX_HEAD_LINES); i++) {
            String line = lines.get(i).strip();
            if (day.isEmpty() && Lines.isDay(line)) {
                day = line;
                body = i + 1;
            } else if (TIME.matcher(line).matches()) {
                day += " " + line;
            } else if (Lines.isCopyright(line)) {
                article.attribute("rights", line);
                body = i + 1;
                break;
            } else if (LanguageTags.tagOf(line).filter(tag -> line.length() > 3).isPresent()) {
                article.field(Field.LANGUAGE, line);
                body = i + 1;
            } else if (!named && !line.isEmpty()) {
                article.credit(line, "publisher");
                named = true;
            }
        }
        article.field(Field.PUBLISHED, day);
        return body;
    }
}
