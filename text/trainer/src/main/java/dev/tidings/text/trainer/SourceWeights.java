package dev.tidings.text.trainer;

/** How often each source is drawn from, where a language has several: news most, user interface texts least. */
final class SourceWeights {
    private SourceWeights() {}

    static double ofSentences(String name) {
        if (name.startsWith("dev-lingua") || name.startsWith("dev-pali")) {
            return 4;
        }
        if (name.startsWith("dev-")) {
            return 2;
        }
        if (name.startsWith("apps-android") || name.startsWith("bible")) {
            return 0.5;
        }
        return name.startsWith("voice-web") ? 2 : 1.5;
    }

    static double ofWords(String name) {
        return name.startsWith("FrequencyWords") ? 0.8 : 1.2;
    }
}
