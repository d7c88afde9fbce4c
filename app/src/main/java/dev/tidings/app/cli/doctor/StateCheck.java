package dev.tidings.app.cli.doctor;

import dev.tidings.app.stack.DataFolder;
import dev.tidings.kafka.settings.DataLayout;
import dev.tidings.kafka.settings.SettingsException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How much the state stores take up on this machine. */
final class StateCheck {
    private static final double MEGABYTE = 1 << 20;
    /** Kafka Streams keeps every store in a folder of its name below this one. */
    private static final String STORES = "rocksdb";

    private StateCheck() {}

    static CheckResult checkState(DataFolder folder) {
        try {
            DataLayout.check(folder.root());
        } catch (SettingsException other) {
            return CheckResult.fail("state", String.valueOf(other.getMessage()), "");
        }
        return sizes(folder.root().resolve("state"));
    }

    private static CheckResult sizes(Path state) {
        Map<String, Long> sizes = new TreeMap<>();
        try {
            if (Files.isDirectory(state)) {
                Files.walkFileTree(state, new Sizes(sizes));
            }
        } catch (IOException unreadable) {
            return CheckResult.warn("state", "unreadable: " + state, "look at the permissions of the folder");
        }
        String found = sizes.entrySet().stream()
                .map(store -> String.format(Locale.ROOT, "%s %.1f MB", store.getKey(), store.getValue() / MEGABYTE))
                .collect(Collectors.joining(", "));
        return CheckResult.ok("state", found.isEmpty() ? "none in " + state : found);
    }

    /** Adds up the files of each store; what a running process removes meanwhile does not count. */
    private static final class Sizes extends SimpleFileVisitor<Path> {
        private final Map<String, Long> sizes;

        Sizes(Map<String, Long> sizes) {
            this.sizes = sizes;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path folder = file.getParent();
            if (folder != null
                    && folder.getParent() != null
                    && folder.getParent().endsWith(STORES)) {
                sizes.merge(String.valueOf(folder.getFileName()), attributes.size(), Long::sum);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
