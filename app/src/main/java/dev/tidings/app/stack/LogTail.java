package dev.tidings.app.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the reason of a failure from the end of a log. */
public final class LogTail {
    private static final int WINDOW_BYTES = 16 * 1024;
    private static final int MAX_LINE_CHARS = 240;
    private static final Pattern TROUBLE = Pattern.compile("Exception|Error|ERROR|FATAL|Caused by");
    private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at |\\.\\.\\. )");

    private LogTail() {}

    /** The last line that speaks of an error, else the last line, shortened; a sentence when there is none. */
    public static String lastWords(Path log) {
        List<String> lines = tailOf(log)
                .lines()
                .filter(line -> !line.isBlank() && !STACK_FRAME.matcher(line).lookingAt())
                .toList();
        return lines.stream()
                .filter(line -> TROUBLE.matcher(line).find())
                .reduce((earlier, later) -> later)
                .or(() -> lines.stream().reduce((earlier, later) -> later))
                .map(LogTail::shortenedLine)
                .orElse("it said nothing");
    }

    private static String tailOf(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - WINDOW_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String shortenedLine(String line) {
        String words = line.strip();
        return words.length() <= MAX_LINE_CHARS ? words : words.substring(0, MAX_LINE_CHARS) + "…";
    }
}
