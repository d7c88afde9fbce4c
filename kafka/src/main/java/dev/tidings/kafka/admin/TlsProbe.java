package dev.tidings.kafka.admin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.apache.kafka.common.utils.Utils;

/**
 * Asks a port that takes connections and does not answer Kafka's protocol whether it speaks TLS: a client without TLS
 * hears nothing of it but silence.
 */
final class TlsProbe {

    private static final int TIMEOUT_MILLIS = 2_000;
    /** A hello of TLS 1.2 without any cipher: whoever speaks TLS answers by an alert. */
    private static final byte[] HELLO = {
        22, 3, 1, 0, 45, 1, 0, 0, 41, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 47, 1, 0, 0
    };

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;

    private TlsProbe() {}

    /** Returns whether a server of a list speaks TLS. */
    static boolean speaksTls(String servers) {
        String first = servers.contains(",") ? servers.substring(0, servers.indexOf(',')) : servers;
        String host = Utils.getHost(first);
        Integer port = Utils.getPort(first);
        return host != null && port != null && answersHello(new InetSocketAddress(host, port));
    }

    private static boolean answersHello(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(HELLO);
            int first = socket.getInputStream().read();
            return first == ALERT || first == HANDSHAKE;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException refused) {
            return false;
        }
    }
}
