package dev.tidings.text.trainer;

/** Receives the sentences and words of a source. */
interface CorpusConsumer {
    void acceptSentence(String text);

    void acceptWord(String word, double weight);
}
