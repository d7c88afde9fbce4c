package dev.tidings.kafka.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The layout of a data folder, whose number stands in its file {@code layout}: what is kept in the folder by names or forms
 * that another version does not know is refused before anything is read or written. For any number of threads and
 * processes at once.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class DataLayout {

    /** The layout that this version reads and writes. */
    static final int NUMBER = 2;

    private static final String FILE = "layout";

    /** What version 0.1 kept in a data folder, which had no layout file. */
    private static final List<String> FORMER_CONTENT = List.of("broker", "registry", "state", "store", "replay");

    private DataLayout() {}

    /**
     * Makes sure that a data folder can be read and written, and marks a new one. To be called before anything else is
     * written into the folder.
     *
     * @param folder made when it is missing, for its owner alone
     * @throws SettingsException when another version made it, or it cannot be written
     */
    public static void claim(Path folder) {
        if (check(folder)) {
            return;
        }
        boolean made = new MarkFile(folder.resolve(FILE)).create(List.of(String.valueOf(NUMBER)));
        if (!made) {
            check(folder);
        }
    }

    /**
     * Makes sure that a data folder can be read, and writes nothing.
     *
     * @param folder need not exist
     * @return whether it is marked as of this version; false when it is new or holds nothing of Tidings
     * @throws SettingsException when another version made it, or its mark cannot be read
     */
    public static boolean check(Path folder) {
        // In this order: the mark is made before all else, so content that is seen first has its mark by then.
        boolean isUsed = FORMER_CONTENT.stream().map(folder::resolve).anyMatch(Files::exists);
        Optional<String> layout = read(folder);
        if (layout.isEmpty() && isUsed) {
            throw new SettingsException("the data folder " + folder + " was made by Tidings 0.1, which this version"
                    + " cannot go on with; move it away or set another (--data), and publish again");
        }
        layout.filter(number -> !number.equals(String.valueOf(NUMBER))).ifPresent(number -> {
            throw new SettingsException("the data folder " + folder + " has layout " + number + ", and this version"
                    + " knows " + NUMBER + " alone; use the version that made it, or set another folder (--data)");
        });
        return layout.isPresent();
    }

    private static Optional<String> read(Path folder) {
        return new MarkFile(folder.resolve(FILE))
                .readLines()
                .map(lines -> lines.stream().findFirst().orElse(""));
    }
}
