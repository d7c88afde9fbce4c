package dev.tidings.streams.analyse;

import dev.tidings.streams.decode.TextDecoder;

/** Finds the charset of the bytes, and the text. */
final class DecodeStage implements Stage {

    private final TextDecoder decoder = new TextDecoder();

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String algorithm() {
        return TextDecoder.VERSION;
    }

    @Override
    public StageFailure failure() {
        return StageFailure.DECODING;
    }

    @Override
    public AnalysisState apply(AnalysisState before) {
        return before.withText(decoder.decode(before.input().payload()));
    }

    @Override
    public String describe(AnalysisState after) {
        return after.text().charset() + ", " + after.text().replacedChars() + " characters replaced";
    }
}
