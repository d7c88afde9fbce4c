package dev.tidings.app.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The loopback ports of a local stack, remembered in a file, so that a restart has the same addresses.
 *
 * <p>Free ports are taken below those that the kernel gives to outgoing connections. A client that retries a stopped
 * server on a port of that range can end up connected to itself, and then holds the port.
 */
final class Ports {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;
    private static final Duration RELEASE = Duration.ofSeconds(2);

    private final Path file;
    private final Properties remembered = new Properties();
    private final List<String> notes = new ArrayList<>();

    private Ports(Path file) {
        this.file = file;
    }

    /** The ports remembered in a file, none when it does not exist. */
    static Ports rememberedIn(Path file) {
        Ports ports = new Ports(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                ports.remembered.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                ports.remembered.clear();
            }
        }
        return ports;
    }

    /**
     * The port that was set, else that of last time, else the usual one if it is free, else any. It is remembered when
     * it is saved.
     *
     * @param held whether the part runs, so that its port is taken by itself
     * @throws LocalStackException when another program has the port that was set or remembered: clients know it, so it
     *     is not moved
     */
    int choosePort(PortRequest request, boolean held) {
        int last = lastPort(request.part());
        if (held && last > 0) {
            if (request.set() > 0 && request.set() != last) {
                throw request.runsElsewhereMessage(last);
            }
            return last;
        }
        int known = request.set() > 0 ? request.set() : last;
        int port = known > 0 && isFreeSoon(known) ? known : otherPort(request, known);
        remembered.setProperty(request.part(), Integer.toString(port));
        return port;
    }

    private int otherPort(PortRequest request, int taken) {
        if (taken > 0 && !request.mayMove()) {
            throw request.takenMessage(taken);
        }
        if (isFree(request.usual())) {
            return request.usual();
        }
        int port = anyFree();
        if (request.usual() > 0) {
            notes.add(request.chosenText(port));
        }
        return port;
    }

    /** What has just been stopped or killed may hold its port for a moment. */
    private static boolean isFreeSoon(int port) {
        return Await.waitUntil(RELEASE, () -> isFree(port));
    }

    /** The port of last time, 0 when there was none. */
    int lastPort(String name) {
        return portNumber(remembered.getProperty(name, ""));
    }

    /** What people should know of the ports that had to be chosen, a line each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private int anyFree() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!remembered.containsValue(Integer.toString(port)) && isFree(port)) {
                return port;
            }
        }
        throw new LocalStackException("no free port between " + LOWEST + " and " + HIGHEST + "; stop something first");
    }

    /** Whether a server can listen there now; 0 is no port. */
    static boolean isFree(int port) {
        if (port <= 0) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int portNumber(String text) {
        try {
            int port = Integer.parseInt(text);
            return port <= 65_535 ? port : 0;
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }

    /** Remembers the chosen port of a part, now that the part is there; other parts may be saved by others. */
    void savePort(String name) {
        Properties saved = rememberedIn(file).remembered;
        String port = remembered.getProperty(name, "");
        if (port.equals(saved.getProperty(name))) {
            return;
        }
        saved.setProperty(name, port);
        try {
            // Whoever looks for an address meanwhile finds all of the file.
            Path written = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
                saved.store(writer, null);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new LocalStackException("cannot write " + file + "; choose another folder with --data", refused);
        }
    }
}
