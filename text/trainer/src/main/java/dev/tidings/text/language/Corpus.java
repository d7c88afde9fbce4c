package dev.tidings.text.language;

/** Takes what a source holds. */
interface Corpus {
    void sentence(String text);

    void word(String word, double weight);
}
