package dev.tidings.app.bench.text;

import java.nio.file.Path;
import java.util.Optional;

/** Articles made of the samples. For one thread. */
final class SampleSupply implements ArticleSupply {
    private final Path samples;
    private final SyntheticTexts texts;
    private long lots;

    SampleSupply(Path samples) {
        this.samples = samples;
        this.texts = SyntheticTexts.ofSamples(samples, SyntheticArticles.ARTICLE, -1);
    }

    @Override
    public Written writeArticles(Path folder, int count) {
        SyntheticArticles planned =
                SyntheticArticles.writeArticles(samples, folder, count, SyntheticArticles.ARTICLE, lots++);
        return new Written(planned.fileNames().toList(), Optional.of(planned));
    }

    @Override
    public String nextText() {
        return texts.nextText();
    }
}
