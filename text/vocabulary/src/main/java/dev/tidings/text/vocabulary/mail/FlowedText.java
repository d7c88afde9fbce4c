package dev.tidings.text.vocabulary.mail;

import java.io.ByteArrayOutputStream;

/** Joins the lines of plain text in which a space at the end says that the paragraph goes on (RFC 3676). */
final class FlowedText {

    private FlowedText() {}

    /**
     * Returns the text with a line for each paragraph.
     *
     * @param text in a charset in which ASCII stands for itself
     * @param withoutSpace whether the space at the end belongs to no word, as in scripts without spaces
     */
    static byte[] unwrap(byte[] text, boolean withoutSpace) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(text.length);
        int start = 0;
        while (start < text.length) {
            int end = lineEnd(text, start);
            int content = end > start && text[end - 1] == '\r' ? end - 1 : end;
            boolean goesOn = content > start && text[content - 1] == ' ' && !isSignature(text, start, content);
            joined.write(text, start, content - start - (goesOn && withoutSpace ? 1 : 0));
            if (!goesOn) {
                joined.write(text, content, Math.min(text.length, end + 1) - content);
            }
            start = end + 1;
        }
        return joined.toByteArray();
    }

    private static int lineEnd(byte[] text, int start) {
        int end = start;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isSignature(byte[] text, int start, int end) {
        return end - start == 3 && text[start] == '-' && text[start + 1] == '-';
    }
}
