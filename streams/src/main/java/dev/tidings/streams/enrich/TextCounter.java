package dev.tidings.streams.enrich;

import dev.tidings.streams.extract.Title;
import dev.tidings.text.segment.Segmenter;

/** Counts words, characters and sentences. */
final class TextCounter implements Enricher {

    private final Segmenter segmenter = new Segmenter();

    @Override
    public String name() {
        return "counts";
    }

    @Override
    public String version() {
        return segmenter.version();
    }

    @Override
    public Finding enrich(Subject subject) {
        String title = subject.extraction().title().map(Title::text).orElse("");
        String body = subject.body();
        return new Finding.Counts(
                segmenter.words(title) + segmenter.words(body),
                body.codePointCount(0, body.length()),
                segmenter.sentences(body));
    }
}
