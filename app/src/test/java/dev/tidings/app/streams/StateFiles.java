package dev.tidings.app.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of the state stores in a data folder, and what a power cut or a bad disk does to them. */
record StateFiles(Path data) {

    /** What is done to a file. */
    interface Damage {
        void damage(Path file) throws IOException;
    }

    /** Damages all files whose name is of a kind; returns how many. */
    int damage(Predicate<String> kind, Damage damage) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(data.resolve("state"))) {
            files = all.filter(file -> kind.test(file.getFileName().toString())).toList();
        }
        for (Path file : files) {
            damage.damage(file);
        }
        return files.size();
    }

    static void empty(Path file) throws IOException {
        Files.write(file, new byte[0]);
    }

    static void cut(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    }

    static void flipBits(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        // Of a file of many blocks neither the first nor the last: these are read when the store is opened.
        for (int at = bytes.length / 4; at < bytes.length / 2; at++) {
            bytes[at] ^= 0x55;
        }
        // In place: a process that has the file open reads what is written.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), 0);
        }
    }
}
