package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.summary.ReadingTime;
import dev.tidings.streams.extract.Title;
import dev.tidings.text.segment.Segmenter;

/** Counts words, characters and sentences, and tells how long they take to read. */
public final class CountEnricher implements Enricher {

    private final Segmenter segmenter = new Segmenter();

    @Override
    public String name() {
        return "counts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String algorithm() {
        return segmenter.version() + "+" + ReadingTime.VERSION;
    }

    @Override
    public Annotation enrich(EnricherInput enricherInput) {
        String title = enricherInput.extraction().title().map(Title::text).orElse("");
        String body = enricherInput.body();
        long words = (long) segmenter.countWords(title) + segmenter.countWords(body);
        return new Annotation.Counts(
                words,
                body.codePointCount(0, body.length()),
                segmenter.countSentences(body),
                ReadingTime.estimateReadingTime(words, enricherInput.language().tag()));
    }
}
