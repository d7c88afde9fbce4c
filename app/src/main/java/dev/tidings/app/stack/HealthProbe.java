package dev.tidings.app.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterResult;

/** Asks a server on this machine whether it answers its own protocol. */
final class HealthProbe {
    private static final int TIMEOUT_MILLIS = 2_000;

    private HealthProbe() {}

    /** Whether the broker at the port is a member of that cluster, with that many running nodes. */
    static boolean brokerAnswers(int port, String cluster, int nodes) {
        return portIsOpen(port) && nodesSeenFrom(port, cluster) >= nodes;
    }

    /** Whether a GET of the address is answered by 200, and by a server that gives the header that value. */
    static boolean webAnswers(String url, String header, String value) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK
                    && value.equals(connection.getHeaderField(header));
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean portIsOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static int nodesSeenFrom(int port, String cluster) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, BrokerProperties.loopbackAddress(port),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            DescribeClusterResult found = admin.describeCluster();
            boolean isOwn = cluster.equals(found.clusterId().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
            return isOwn
                    ? found.nodes().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).size()
                    : 0;
        } catch (ExecutionException | TimeoutException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
