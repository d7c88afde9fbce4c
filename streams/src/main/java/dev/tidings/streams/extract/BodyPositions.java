package dev.tidings.streams.extract;

import java.util.ArrayList;
import java.util.List;

/** Where the body of an article stands in its text, of which it leaves blocks out. Immutable. */
public final class BodyPositions {

    private final List<Stretch> stretches;

    /** A block of the body: its first unit in the body and in the text. */
    private record Stretch(int inBody, int inText) {}

    private BodyPositions(List<Stretch> stretches) {
        this.stretches = List.copyOf(stretches);
    }

    static BodyPositions of(String text, List<TextBlock> textBlocks, int gap) {
        List<Stretch> stretches = new ArrayList<>();
        int inBody = 0;
        for (TextBlock textBlock : textBlocks) {
            int start = textBlock.contentStart(text);
            int end = textBlock.contentEnd(text, start);
            if (textBlock.role().isBody() && start < end) {
                stretches.add(new Stretch(inBody, start));
                inBody += end - start + gap;
            }
        }
        return new BodyPositions(stretches);
    }

    /** Returns where in the text a position of the body stands. */
    public int inText(int bodyPosition) {
        int low = 0;
        int high = stretches.size();
        while (low + 1 < high) {
            int middle = (low + high) / 2;
            if (stretches.get(middle).inBody() <= bodyPosition) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return stretches.isEmpty()
                ? bodyPosition
                : stretches.get(low).inText()
                        + bodyPosition
                        - stretches.get(low).inBody();
    }
}
