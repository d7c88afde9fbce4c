package dev.tidings.app.fault.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A long and uneven line to a server: what is sent comes late, by another delay each time, and in order. Connections
 * can be broken. Its own connections come from {@link #ADDRESS}, by which they are told from those that it is for.
 */
public final class SlowLine implements AutoCloseable {

    /** Where its connections to the server come from. */
    public static final String ADDRESS = "127.0.0.2";

    private static final int CHUNK = 16 * 1024;
    private static final int MAX_ON_THE_WAY = 64;
    /** The only one without bytes. */
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    /** Bytes, and when they come. */
    private record Late(ByteBuffer bytes, long due) {}

    private final ServerSocket entry;
    private final int server;
    private final Duration minDelay;
    private final Duration maxDelay;
    private final Random delays = new Random(7);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong carried = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private SlowLine(int server, Duration minDelay, Duration maxDelay) throws IOException {
        this.entry = new ServerSocket(0, MAX_ON_THE_WAY, InetAddress.getLoopbackAddress());
        this.server = server;
        this.minDelay = minDelay;
        this.maxDelay = maxDelay;
    }

    /**
     * Opens a line.
     *
     * @param server port on the loopback interface
     * @param minDelay least delay of one direction
     * @param maxDelay most delay of one direction
     */
    public static SlowLine open(int server, Duration minDelay, Duration maxDelay) {
        try {
            SlowLine line = new SlowLine(server, minDelay, maxDelay);
            line.threads.execute(line::acceptUntilClosed);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the port that leads into it. */
    public int port() {
        return entry.getLocalPort();
    }

    /** Returns how many bytes have come through, in both directions. */
    public long carried() {
        return carried.get();
    }

    /** Breaks all connections (RST); new ones can be made at once. */
    public void breakConnections() {
        open.forEach(this::reset);
    }

    private void acceptUntilClosed() {
        while (!entry.isClosed()) {
            try {
                Socket client = opened(entry.accept());
                threads.execute(() -> connect(client));
            } catch (IOException | RejectedExecutionException closed) {
                // Then the loop ends.
            }
        }
    }

    private void connect(Socket client) {
        Socket broker = opened(new Socket());
        try {
            broker.bind(new InetSocketAddress(ADDRESS, 0));
            broker.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
            carry(client, broker);
            carry(broker, client);
        } catch (IOException | RejectedExecutionException refused) {
            reset(client);
            reset(broker);
        }
    }

    /** Takes note of one that is to be broken with the others; where the line was closed meanwhile it is at once. */
    private Socket opened(Socket socket) {
        open.add(socket);
        if (entry.isClosed()) {
            reset(socket);
        }
        return socket;
    }

    private void carry(Socket from, Socket to) throws IOException {
        BlockingQueue<Late> onTheWay = new ArrayBlockingQueue<>(MAX_ON_THE_WAY);
        from.setTcpNoDelay(true);
        threads.execute(() -> take(from, onTheWay));
        threads.execute(() -> deliver(onTheWay, from, to));
    }

    private void take(Socket from, BlockingQueue<Late> onTheWay) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                onTheWay.put(new Late(ByteBuffer.wrap(Arrays.copyOf(chunk, read)), System.nanoTime() + nextDelay()));
            }
        } catch (IOException broken) {
            // The other end is told by the end of what was taken.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        boolean unused = onTheWay.offer(new Late(END, System.nanoTime()));
    }

    private synchronized long nextDelay() {
        return minDelay.toNanos()
                + (long) (delays.nextDouble() * maxDelay.minus(minDelay).toNanos());
    }

    private void deliver(BlockingQueue<Late> onTheWay, Socket from, Socket to) {
        try {
            for (Late next = onTheWay.take(); next.bytes().hasRemaining(); next = onTheWay.take()) {
                awaitTime(next.due());
                to.getOutputStream().write(next.bytes().array());
                carried.addAndGet(next.bytes().remaining());
            }
        } catch (IOException broken) {
            // Both ends are told below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reset(from);
        reset(to);
    }

    private static void awaitTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private void reset(Socket socket) {
        open.remove(socket);
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) {
            // Nobody is left to be told.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
        breakConnections();
    }
}
