package dev.tidings.app.eval;

import java.util.Map;

/**
 * How well articles were grouped into stories, by B-cubed (Bagga and Baldwin, 1998): for each article the share of its
 * story that belongs with it, and the share of what belongs with it that is in its story; the means over articles.
 *
 * @param articles number of articles
 * @param precision B-cubed precision, 0 to 1
 * @param recall B-cubed recall, 0 to 1
 * @param f1 harmonic mean of both
 * @param byLanguagePair pairs of articles in two languages ({@code ckb-en}): of those together by gold, how many are
 * @param retrieval for articles of one language asked in another ({@code ckb-en}): how often the likest is of their story
 */
public record StoriesReport(
        int articles,
        double precision,
        double recall,
        double f1,
        Map<String, FieldScore> byLanguagePair,
        Map<String, FieldScore> retrieval) {}
