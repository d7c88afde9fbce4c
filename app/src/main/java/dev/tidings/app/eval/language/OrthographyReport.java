package dev.tidings.app.eval.language;

import dev.tidings.app.eval.articles.FieldScore;
import java.util.List;

/**
 * How well the letters of Central Kurdish are told from one another.
 *
 * @param words number of words of the text
 * @param typed of those with heh or ae, the words that come out right when every ae was typed as heh
 * @param clean of the same words, those that are left alone when they are typed right
 * @param wrong the words that come out wrong most often, as they are spelt right, at most 20
 */
public record OrthographyReport(long words, FieldScore typed, FieldScore clean, List<String> wrong) {

    /** Returns the share that comes out right, 0 to 1; 0 for a text without such words. */
    public double shareRight() {
        return typed.of() == 0 ? 0 : (double) typed.right() / typed.of();
    }
}
