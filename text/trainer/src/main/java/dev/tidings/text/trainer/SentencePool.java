package dev.tidings.text.trainer;

import dev.tidings.text.language.TextExcerpt;
import java.util.List;
import java.util.SplittableRandom;

/** Sentences of a source, from which random spans are drawn. */
final class SentencePool {
    private final List<List<String>> sentences;

    /** Takes a sentence a line; only those mainly in {@code script} are kept. */
    SentencePool(List<String> lines, int script) {
        TextExcerpt textExcerpt = new TextExcerpt(TextExcerpt.WINDOW);
        sentences = lines.stream()
                .filter(line -> {
                    textExcerpt.readText(line);
                    return textExcerpt.commonestScript() == script;
                })
                .map(line -> List.of(line.split(" ", -1)))
                .toList();
    }

    int size() {
        return sentences.size();
    }

    /** Returns at most {@code most} neighbouring words of one sentence. */
    String drawSpan(int most, SplittableRandom random) {
        List<String> words = sentences.get(random.nextInt(sentences.size()));
        if (most >= words.size()) {
            return String.join(" ", words);
        }
        int from = random.nextInt(words.size() - most + 1);
        return String.join(" ", words.subList(from, from + most));
    }
}
