package dev.tidings.streams.analyse;

import dev.tidings.streams.decode.TextDecoder;
import dev.tidings.text.vocabulary.mail.MailMessage;

/** Finds the charset of the bytes, and the text. Of a mail the bytes are those of the part that is its text. */
final class DecodeStage implements Stage {

    private final TextDecoder decoder = new TextDecoder();

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String algorithm() {
        return TextDecoder.VERSION + " " + MailMessage.MAPPING;
    }

    @Override
    public StageFailure failure() {
        return StageFailure.DECODING;
    }

    @Override
    public AnalysisState apply(AnalysisState before) {
        if (!MailEnvelope.isMail(before.input().mediaType())) {
            return before.withText(decoder.decode(before.input().payload()));
        }
        MailEnvelope mail = MailEnvelope.open(before.input());
        return before.withInput(mail.input())
                .withText(mail.flagged(decoder.decode(mail.input().payload())));
    }

    @Override
    public String describe(AnalysisState after) {
        return after.text().charset() + ", " + after.text().replacedChars() + " characters replaced";
    }
}
