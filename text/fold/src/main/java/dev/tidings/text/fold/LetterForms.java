package dev.tidings.text.fold;

/**
 * Letters that one and the same word is written with, depending on keyboard, code page and school, and the one that
 * stands for all of them. Chiefly the Arabic script: Central Kurdish is found with {@code ە}, with {@code ه} and a
 * zero-width non-joiner, or with the bare {@code ه}, with Arabic or Persian kaf and yeh, and with or without the
 * small v of {@code ڕ ڵ ۆ ێ}.
 */
final class LetterForms {

    static final int TATWEEL = 0x0640;

    private LetterForms() {}

    /** Returns the common form of a code point that is decomposed and caseless; itself when it has no other form. */
    static int commonForm(int codePoint) {
        return switch (codePoint) {
            case 'ك', 'ڪ', 'ګ', 'ڬ' -> 'ک';
            case 'ي', 'ى', 'ێ', 'ې', 'ے', 'ؠ', 'ۍ' -> 'ی';
            case 'ە', 'ھ', 'ہ', 'ة', 'ۃ' -> 'ه';
            case 'ڕ', 'ړ', 'ڒ' -> 'ر';
            case 'ڵ', 'ڶ', 'ڷ' -> 'ل';
            case 'ۆ', 'ۊ', 'ۇ', 'ۈ', 'ۋ' -> 'و';
            case 'ٱ' -> 'ا';
            case 'ں' -> 'ن';
            // Turkish writes the capital of ı as I, which folds to i.
            case 'ı' -> 'i';
            default -> codePoint;
        };
    }
}
