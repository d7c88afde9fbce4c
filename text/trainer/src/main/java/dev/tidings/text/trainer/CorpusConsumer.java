package dev.tidings.text.trainer;

/** Takes what a source holds. */
interface CorpusConsumer {
    void acceptSentence(String text);

    void acceptWord(String word, double weight);
}
