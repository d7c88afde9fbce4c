package dev.tidings.text.trainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The rows of the development set, and which of them may be trained on. */
final class EvaluationSet {
    /** What a row is kept for. */
    enum Part {
        /** The score; never trained on. */
        SCORE,
        /** Choices and calibration; trained on for a release only, when both are made. */
        TUNING,
        /** Training. */
        TRAINING
    }

    /** A row: ISO 639-3 code, length class, text, source. */
    record Row(String language, String length, String text, String source) {
        Part part() {
            return switch (remainder(text)) {
                case 0 -> Part.SCORE;
                case 1 -> Part.TUNING;
                default -> Part.TRAINING;
            };
        }

        String line() {
            return String.join("\t", language, length, text, source);
        }
    }

    /** What a corpus is gathered for, which decides the rows that stay outside. */
    enum Purpose {
        /** A release: trained on all rows that may be trained on. */
        RELEASE {
            @Override
            boolean keepsAway(Row row, String source) {
                return false;
            }
        },
        /** An experiment: score and tuning rows are kept from training, with all that shares text with them. */
        EXPERIMENT {
            @Override
            boolean keepsAway(Row row, String source) {
                return row.part() != Part.TRAINING;
            }
        },
        /** A release without one source, which is then as new to the model as any text. */
        WITHOUT {
            @Override
            boolean keepsAway(Row row, String source) {
                return row.source().equals(source);
            }
        };

        /** Returns whether the row, and whatever shares text with it, is kept from training. */
        abstract boolean keepsAway(Row row, String source);

        /** Returns whether the trainer may read the row; score rows and text licensed for evaluation only never. */
        boolean trainsOn(Row row, String source) {
            return !row.source().startsWith("interdialect") && row.part() != Part.SCORE && !keepsAway(row, source);
        }
    }

    private EvaluationSet() {}

    static List<Row> readSet(Path gzip) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
            return reader.lines().map(EvaluationSet::parseRow).toList();
        }
    }

    private static Row parseRow(String line) {
        String[] columns = line.split("\t", -1);
        return new Row(columns[0], columns[1], columns[2], columns[3]);
    }

    /** Returns sha256 of the text, as one big number, modulo 10. */
    static int remainder(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new java.math.BigInteger(1, digest)
                    .mod(java.math.BigInteger.TEN)
                    .intValue();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
