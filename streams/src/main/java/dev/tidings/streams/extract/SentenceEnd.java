package dev.tidings.streams.extract;

/** Knows the marks that end a sentence in the scripts of the world. */
final class SentenceEnd {

    private static final String MARKS = ".!?…؟۔।॥։。！？｡።፧។៕။";
    private static final String CLOSING = "\"'”’»›)]}」』】）";

    private SentenceEnd() {}

    /** Returns whether the text before an index ends a sentence, closing quotes and brackets passed over. */
    static boolean endsBefore(String text, int index) {
        int last = index - 1;
        while (last >= 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && MARKS.indexOf(text.charAt(last)) >= 0;
    }
}
