package dev.tidings.streams.recovery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Tells a state store whose files are damaged from one that fails for another reason. */
public final class DamagedState {

    /** What RocksDB says of files that were emptied, cut or removed. */
    private static final List<String> SIGNS =
            List.of("corrupt", "no such file", "bad table magic", "checksum mismatch");

    private DamagedState() {}

    /** Returns in words what is damaged; empty when the error has another cause. */
    public static Optional<String> describeDamage(Throwable error) {
        return causes(error)
                .filter(RocksDBException.class::isInstance)
                .map(RocksDBException.class::cast)
                .filter(DamagedState::isDamage)
                .map(failure ->
                        String.valueOf(failure.getMessage()).lines().findFirst().orElse(""))
                .findFirst();
    }

    private static boolean isDamage(RocksDBException failure) {
        Status status = failure.getStatus();
        if (status != null && status.getCode() == Status.Code.Corruption) {
            return true;
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(message::contains);
    }

    /**
     * Throws a state away that an error says is damaged. Nothing may use it.
     *
     * @return in words what was damaged; empty when the error has another cause, or there is nothing to throw away
     */
    public static Optional<String> discardDamaged(LocalState state, Throwable error) {
        Optional<String> damage =
                describeDamage(error).filter(cause -> !state.taskFolders().isEmpty());
        damage.ifPresent(cause -> state.discardAll());
        return damage;
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }
}
