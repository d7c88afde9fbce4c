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

    private final Path file;
    private final Properties remembered = new Properties();

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
     * The port of last time if it is free, else the usual one if it is free, else any; then remembered.
     *
     * @param held whether the part of that name runs, so that its port is taken by itself
     * @param usual 0 when there is none
     */
    int choosePort(String name, boolean held, int usual) {
        int last = lastPort(name);
        if (held && last > 0) {
            return last;
        }
        int port = isFree(last) ? last : isFree(usual) ? usual : anyFree();
        remembered.setProperty(name, Integer.toString(port));
        savePorts();
        return port;
    }

    /** The port of last time, 0 when there was none. */
    int lastPort(String name) {
        return portNumber(remembered.getProperty(name, ""));
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

    private void savePorts() {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            remembered.store(writer, null);
        } catch (IOException refused) {
            throw new LocalStackException("cannot write " + file + "; choose another folder with --data", refused);
        }
    }
}
