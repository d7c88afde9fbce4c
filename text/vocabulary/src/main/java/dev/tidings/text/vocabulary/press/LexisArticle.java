package dev.tidings.text.vocabulary.press;

import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import dev.tidings.text.vocabulary.StatedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article of LexisNexis: publication and day in the middle of the line, then fields and the text in paragraphs. For one
 * thread.
 */
final class LexisArticle {

    private static final Pattern FIELD = Pattern.compile(
            "(?s)\\s*(BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|LOAD-DATE|LANGUAGE|GRAPHIC|PUBLICATION-TYPE|PUB-TYPE|SERIES"
                    + "|TYPE|SUBJECT|COMPANY|ORGANIZATION|TICKER|INDUSTRY|PERSON|CITY|STATE|COUNTRY|GEOGRAPHIC|CORRECTION"
                    + "|CORRECTION-DATE|NOTES|DOCUMENT-TYPE|JOURNAL-CODE|ACC-NO|PAGE|URL|TITLE|HEADLINE|EDITION|COLUMN"
                    + "|AUTOR|RUBRIK|L\u00c4NGE|SPRACHE|UPDATE|PUBLICATIETYPE|AUTEUR|LANGUE|LONGUEUR):\\s*(.*)");

    /** What stands in the middle of a line is above the text: publication, day, edition. */
    private static final int MIN_INDENT = 8;

    private final StatedArticle.Builder article = StatedArticle.builder(PressExport.LEXIS.mapping());
    private final Map<String, String> fields = new TreeMap<>();
    private final List<String> body = new ArrayList<>();
    private boolean titled;

    private LexisArticle() {}

    static StatedArticle read(String text) {
        LexisArticle reading = new LexisArticle();
        Lines.paragraphs(text).forEach(reading::take);
        return reading.stated();
    }

    private void take(String paragraph) {
        Matcher field = FIELD.matcher(paragraph);
        if (Lines.isCopyright(paragraph)) {
            article.attribute("rights", Lines.joined(paragraph));
        } else if (field.matches()) {
            fields.putIfAbsent(field.group(1), Lines.joined(field.group(2)));
        } else if (!titled && body.isEmpty() && indentOf(paragraph) >= MIN_INDENT) {
            Lines.of(paragraph).forEach(line -> takeHead(Lines.joined(line)));
        } else if (!titled) {
            article.field(Field.TITLE, Lines.joined(paragraph));
            titled = true;
        } else {
            body.add(paragraph);
        }
    }

    private void takeHead(String line) {
        if (Lines.isDay(line)) {
            article.field(Field.PUBLISHED, line);
        } else if (!line.isEmpty()) {
            fields.putIfAbsent("PUBLICATION", line);
        }
    }

    private static int indentOf(String paragraph) {
        int indent = 0;
        while (indent < paragraph.length() && paragraph.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    private StatedArticle stated() {
        state("HEADLINE", Field.TITLE);
        state("TITLE", Field.TITLE);
        state("ACC-NO", Field.ID);
        state("URL", Field.URL);
        state("LANGUAGE", Field.LANGUAGE);
        state("BYLINE", Field.BYLINE);
        state("AUTOR", Field.BYLINE);
        state("HIGHLIGHT", Field.LEAD);
        article.credit(fields.getOrDefault("PUBLICATION", ""), "publisher");
        article.attribute("categories", fields.getOrDefault("SECTION", ""));
        String dateline = fields.getOrDefault("DATELINE", "");
        List<String> paragraphs = new ArrayList<>(body);
        if (!dateline.isEmpty() && !paragraphs.isEmpty()) {
            paragraphs.set(0, dateline + " \u2014 " + paragraphs.get(0));
        }
        return article.text(new StatedText(Lines.unwrapped(paragraphs), false)).build();
    }

    private void state(String name, Field field) {
        article.field(field, fields.getOrDefault(name, ""));
    }
}
