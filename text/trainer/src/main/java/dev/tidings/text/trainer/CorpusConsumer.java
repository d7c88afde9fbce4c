package dev.tidings.text.trainer;

/** Takes what a source holds. */
interface CorpusConsumer {
    void sentence(String text);

    void word(String word, double weight);
}
