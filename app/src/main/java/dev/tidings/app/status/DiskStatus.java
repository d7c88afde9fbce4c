package dev.tidings.app.status;

import java.util.Locale;
import java.util.Optional;

/**
 * Room on a disk.
 *
 * @param user process or broker that writes to it
 * @param folder where
 * @param free bytes that can still be written
 * @param total bytes that it holds
 */
public record DiskStatus(String user, String folder, long free, long total) {
    private static final long GIGABYTE = 1L << 30;
    /** A broker or a store that meets a full disk stops; a state store of 64 MB segments needs some. */
    private static final long MIN_FREE = GIGABYTE / 4;

    private static final long SCARCE = 5 * GIGABYTE;

    Optional<Finding> findFault() {
        String found = String.format(Locale.ROOT, "%.1f GB free for %s", (double) free / GIGABYTE, folder);
        if (free < MIN_FREE) {
            return Optional.of(Finding.fail(user, found, "make room at once: what cannot be written waits or stops"));
        }
        return free < SCARCE && free < total / 10
                ? Optional.of(Finding.warn(user, found, "make room"))
                : Optional.empty();
    }
}
