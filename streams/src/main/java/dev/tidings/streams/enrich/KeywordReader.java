package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.digest.KeywordFinder;

/** Finds the words and phrases the article is about. */
final class KeywordReader implements Enricher {

    @Override
    public String name() {
        return "keywords";
    }

    @Override
    public String version() {
        return KeywordFinder.VERSION;
    }

    @Override
    public Finding enrich(Subject subject) {
        return new Finding.Keywords(KeywordFinder.find(subject.reading().prose()));
    }
}
