package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.name.lexicon.WordKind;
import dev.tidings.streams.enrich.token.Tokens;

/** Finds roads by their number: the A9 motorway. */
public final class RoadRule implements NameRule {

    @Override
    public void apply(NameMap names) {
        if (!names.hasAny(WordKind.ROAD)) {
            return;
        }
        Tokens tokens = names.tokens();
        for (int token = 2; token < tokens.size(); token++) {
            boolean numbered = tokens.isNumber(token - 1)
                    && tokens.touchesPrevious(token - 1)
                    && tokens.isCapitalised(token - 2)
                    && tokens.length(token - 2) <= 2;
            if (numbered && names.isWord(WordKind.ROAD, token)) {
                names.add(NameCandidate.ofRule(token - 2, token, NameKind.PLACE));
            }
        }
    }
}
