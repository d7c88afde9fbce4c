package dev.tidings.app.logging;

import java.io.Writer;
import org.slf4j.Logger;

/** Logs every line that is written to it. One thread at a time, as by a print writer. */
final class LogWriter extends Writer {

    private final Logger logger;
    private final StringBuilder line = new StringBuilder();

    LogWriter(Logger logger) {
        this.logger = logger;
    }

    @Override
    public void write(char[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (text[i] == '\n') {
                logger.info("{}", line);
                line.setLength(0);
            } else if (text[i] != '\r') {
                line.append(text[i]);
            }
        }
    }

    @Override
    public void flush() {
        // Nothing is held but a line that has not ended.
    }

    @Override
    public void close() {
        if (line.length() > 0) {
            write(new char[] {'\n'}, 0, 1);
        }
    }
}
