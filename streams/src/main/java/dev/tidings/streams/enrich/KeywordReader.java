package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.digest.KeywordFinder;

/** Finds the words and phrases the article is about. */
public final class KeywordReader implements Enricher {

    @Override
    public String name() {
        return "keywords";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String algorithm() {
        return KeywordFinder.VERSION;
    }

    @Override
    public Finding enrich(Subject subject) {
        return new Finding.Keywords(KeywordFinder.find(subject.reading().prose()));
    }
}
