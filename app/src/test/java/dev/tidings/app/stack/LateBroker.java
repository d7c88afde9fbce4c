package dev.tidings.app.stack;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An address at which nobody answers until it is opened, and a real broker from then on: what a client sees of a broker
 * that starts after it.
 */
public final class LateBroker implements Closeable {

    private final int port;
    private final String[] broker;
    private final List<Closeable> opened = new CopyOnWriteArrayList<>();

    public LateBroker(LocalStack stack) {
        broker = stack.bootstrapServers().split(":");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** From now on the broker answers. */
    public void open() {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            opened.add(server);
            start(() -> acceptAll(server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket behind = new Socket(broker[0], Integer.parseInt(broker[1]));
                opened.addAll(List.of(client, behind));
                start(() -> copy(client, behind));
                start(() -> copy(behind, client));
            } catch (IOException e) {
                // Closed, or the client has gone.
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has closed.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "late broker");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        for (Closeable socket : opened) {
            socket.close();
        }
    }
}
