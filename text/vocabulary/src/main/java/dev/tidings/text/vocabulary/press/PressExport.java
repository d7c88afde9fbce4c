package dev.tidings.text.vocabulary.press;

import dev.tidings.text.vocabulary.StatedArticle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of plain text in which archives of the press deliver many articles in one file. */
public enum PressExport {
    /** LexisNexis, as it was: {@code 1 of 50 DOCUMENTS} above each article, fields in capitals. */
    LEXIS(Marks.LEXIS, Marks.LEXIS, Marks.LEXIS, Marks.NONE, Pattern.compile("(?m)^\\s*LENGTH:\\s*\\d")),

    /** Nexis Uni and Lexis Advance: {@code Body} above the text, {@code End of Document} below. */
    NEXIS(
            line("\\s*Body\\s*"),
            line("\\s*Length:\\s*[\\d,.]+ words\\s*"),
            Marks.NONE,
            line("\\s*End of Document\\s*"),
            line("\\s*Body\\s*")),

    /** Factiva with its field codes: {@code HD}, {@code WC}, {@code PD} … */
    FACTIVA_FIELDS(
            line("\\s{0,3}PD\\s.*"),
            line("\\s{0,3}WC\\s+[\\d,.]+ .*"),
            Marks.NONE,
            line("\\s{0,3}AN\\s+Do[ck]ument[oe]? \\S+\\s*"),
            line("\\s{0,3}HD(?:\\s.*)?")),

    /** Factiva as it is read: the fields in their order, without codes. */
    FACTIVA(
            Pattern.compile("(?m)^" + Marks.WORDS + "\\n\\s*\\d{1,2} \\p{L}{3,12} \\d{4}\\s*$"),
            line(Marks.WORDS),
            Marks.NONE,
            line("\\s{0,3}Do[ck]ument[oe]? (?=\\S*\\d)[A-Za-z0-9]{8,40}\\s*"),
            line(Marks.WORDS));

    private final Pattern sign;
    private final Pattern otherSign;
    private final Pattern begin;
    private final Pattern end;
    private final Pattern article;

    /** What the kinds are known by; constants of an enumeration cannot refer to fields of its own. */
    private static final class Marks {

        static final Pattern NONE = Pattern.compile("(?!)");
        static final Pattern LEXIS =
                line("\\s*\\d+ (?:of|von|de|van|di) \\d+ (?:DOCUMENT(?:S|EN|OS|I)?|DOKUMENTEN?)\\s*");
        static final String WORDS = "[\\d,.]+ (?:words|W\u00f6rter|mots|palabras|parole|palavras|woorden)\\s*";

        private Marks() {}
    }

    PressExport(Pattern sign, Pattern otherSign, Pattern begin, Pattern end, Pattern article) {
        this.sign = sign;
        this.otherSign = otherSign;
        this.begin = begin;
        this.end = end;
        this.article = article;
    }

    private static Pattern line(String pattern) {
        return Pattern.compile("(?m)^" + pattern + "$");
    }

    /** Returns the kind of a file by its first characters; empty when it is none of these. */
    public static Optional<PressExport> of(String start) {
        String lines = start.replace("\r\n", "\n");
        for (PressExport kind : values()) {
            if (kind.sign.matcher(lines).find() && kind.otherSign.matcher(lines).find()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Returns the kind of a media type; empty when it is none of these. */
    public static Optional<PressExport> ofMediaType(String mediaType) {
        for (PressExport kind : values()) {
            if (kind.mediaType().equals(mediaType)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Returns the media type of an article. */
    public String mediaType() {
        return "text/x-" + label();
    }

    /** Returns name and version of the mapping. */
    public String mapping() {
        return label() + "/1";
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether an article begins behind this line, which is none of it. */
    public boolean isBegin(String line) {
        return begin.matcher(line).matches();
    }

    /** Returns whether an article ends with this line, which belongs to it. */
    public boolean isEnd(String line) {
        return end.matcher(line).matches();
    }

    /** Returns whether articles of this kind say where they end. */
    public boolean statesEnd() {
        return this != LEXIS;
    }

    /** Returns whether a text has what only articles of this kind have; tables of contents and notices have not. */
    public boolean isArticle(String text) {
        return article.matcher(text).find();
    }

    /** Returns what an article states, its text among it. */
    public StatedArticle read(String text) {
        String lines = text.replace("\r\n", "\n");
        return switch (this) {
            case LEXIS -> LexisArticle.read(lines);
            case NEXIS -> NexisArticle.read(lines);
            case FACTIVA_FIELDS -> FactivaArticle.readFields(lines);
            case FACTIVA -> FactivaArticle.readLines(lines);
        };
    }
}
