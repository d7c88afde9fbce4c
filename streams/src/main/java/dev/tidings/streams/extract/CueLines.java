package dev.tidings.streams.extract;

import dev.tidings.text.orthography.MatchKey;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Knows the blocks that are not the article by what they say: captions by the photo's credit at their end, and the
 * publisher's own words (support us, related posts, rights) by the closed lists of cues in the language packs.
 */
public final class CueLines {

    private static final int MAX_HEADING_CHARS = 60;
    private static final int MAX_NOTICE_CHARS = 600;
    private static final int MAX_CAPTION_CHARS = 500;

    private static final Set<String> HEADINGS =
            LanguagePack.wordsOfAll(PackFile.CUES, "heading").map(MatchKey::of).collect(Collectors.toUnmodifiableSet());

    private static final Phrases NOTICES = new Phrases(
            LanguagePack.wordsOfAll(PackFile.CUES, "notice").map(MatchKey::of).toList());

    private static final Pattern CAPTION_END = Pattern.compile(
            "[(\\[]\\s?(?:(?:" + photoWords() + ")\\b"
                    + "[^()\\[\\]]{0,60}|[^()/\\[\\]]{2,40}/(?:AFP|AP|Reuters|EPA|dpa|Getty Images|Getty|AA|TASS|Anadolu))"
                    + "\\s?[)\\]]\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static String photoWords() {
        return LanguagePack.wordsOfAll(PackFile.CUES, "photo")
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /**
     * Marks captions and boilerplate.
     *
     * @param textBlocks blocks of the text; those that are paragraphs so far are marked in place
     */
    public void markBlocks(String text, List<TextBlock> textBlocks) {
        char[] line = new char[MAX_NOTICE_CHARS];
        for (int index = 0; index < textBlocks.size(); index++) {
            TextBlock textBlock = textBlocks.get(index);
            if (textBlock.role().isBody() && textBlock.end() - textBlock.start() <= MAX_NOTICE_CHARS) {
                int start = textBlock.contentStart(text);
                int end = textBlock.contentEnd(text, start);
                text.getChars(start, end, line, 0);
                if (isBoilerplate(line, MatchKey.foldTo(line, 0, end - start, line))) {
                    textBlocks.set(index, textBlock.withRole(TextBlockRole.BOILERPLATE));
                } else if (isCaption(text, start, end)) {
                    textBlocks.set(index, textBlock.withRole(TextBlockRole.CAPTION));
                }
            }
        }
    }

    private static boolean isCaption(String text, int start, int end) {
        return end - start <= MAX_CAPTION_CHARS
                && endsWithBracket(text, start, end)
                && CAPTION_END.matcher(text).region(start, end).find();
    }

    /** Returns whether a block ends with a bracket: few do, and only theirs are worth a search. */
    private static boolean endsWithBracket(String text, int start, int end) {
        int last = end - 1;
        while (last >= start && isSpace(text.charAt(last))) {
            last--;
        }
        return last >= start && (text.charAt(last) == ')' || text.charAt(last) == ']');
    }

    private static boolean isSpace(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || unit == '\u0085';
    }

    private static boolean isBoilerplate(char[] line, int length) {
        return (length <= MAX_HEADING_CHARS && HEADINGS.contains(withoutEnd(new String(line, 0, length))))
                || NOTICES.isIn(line, length);
    }

    private static String withoutEnd(String line) {
        int end = line.length();
        while (end > 0 && ":.!…".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end).strip();
    }
}
