package dev.tidings.text.language;

/**
 * How much to distrust the scores, by the number of features: one value a power of two, fitted on text the model was not
 * trained on (Guo et al. 2017, "On Calibration of Modern Neural Networks").
 *
 * <p>Not part of the API: public for the trainer of the model.
 */
public final class Temperatures {
    /** Texts of fewer than 2^5 features share the first value. */
    private static final int FIRST_POWER = 5;

    private final float[] values;

    Temperatures(float[] values) {
        this.values = values;
    }

    double temperatureOf(int features) {
        return values[Math.min(values.length - 1, indexOf(features))];
    }

    public static int indexOf(int features) {
        int power = 31 - Integer.numberOfLeadingZeros(Math.max(features, 1));
        return Math.max(0, power - FIRST_POWER);
    }
}
