package dev.tidings.app.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of a command go: remembers why it took no more, which a writer of text keeps to itself. That nobody
 * reads any more is no failure. For one thread at a time.
 */
final class DataOutput extends FilterOutputStream {

    private static final String NO_READER = "Broken pipe";

    private volatile @Nullable String failure;

    DataOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            failure = message.contains(NO_READER) ? failure : message;
            throw e;
        }
    }

    /** Returns why something was not written; empty when all was, or nobody read it any more. */
    Optional<String> findFailure() {
        return Optional.ofNullable(failure);
    }
}
