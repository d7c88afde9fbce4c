package dev.tidings.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class ConnectionFailureTest {

    private static final String ADDRESS = "127.0.0.1:1";

    @Test
    void aWrongPasswordIsASentenceWithTheSettingsOfSaslAndNoWaitingHelps() {
        DependencyUnreachableException told = KafkaClients.unreachableMessage(
                ADDRESS, new ExecutionException(new SaslAuthenticationException("Authentication failed: bad login.")));

        assertThat(told.isRefusal()).isTrue();
        assertThat(told)
                .hasMessage("Kafka at 127.0.0.1:1 does not know this user or password (Authentication failed: bad"
                        + " login); set kafka.sasl.mechanism and kafka.sasl.jaas.config, or"
                        + " TIDINGS_KAFKA_SASL_JAAS_CONFIG_FILE");
    }

    @Test
    void aCertificateThatIsNotTrustedNamesTheTrustStore() {
        assertThat(KafkaClients.unreachableMessage(ADDRESS, new SslAuthenticationException("SSL handshake failed")))
                .hasMessageContaining("set kafka.ssl.truststore.location");
    }

    @Test
    void aMissingRightIsToldWithWhatWasAskedFor() {
        assertThat(KafkaClients.unreachableMessage(ADDRESS, new TopicAuthorizationException("tidings.raw")))
                .hasMessageContaining("does not allow this user what it asks for")
                .hasMessageContaining("tidings.raw");
    }

    @Test
    void aServerThatSpeaksTlsIsToldFromOneThatIsSilent() throws IOException {
        try (SSLServerSocket server = (SSLServerSocket)
                        SSLServerSocketFactory.getDefault().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var threads = Executors.newSingleThreadExecutor();
            threads.execute(() -> answerOnce(server));
            String address = "127.0.0.1:" + server.getLocalPort();

            assertThat(KafkaClients.unreachableMessage(address, new TimeoutException("no answer")))
                    .hasMessageContaining("speaks TLS")
                    .hasMessageContaining("set kafka.security.protocol to SSL or SASL_SSL");
            assertThat(KafkaClients.unreachableMessage(
                                    "127.0.0.1:" + silent.getLocalPort(), new TimeoutException("no answer"))
                            .isRefusal())
                    .isFalse();
            threads.shutdownNow();
        }
    }

    private static void answerOnce(SSLServerSocket server) {
        try (SSLSocket client = (SSLSocket) server.accept()) {
            client.startHandshake();
        } catch (IOException refused) {
            // It has no certificate, and has said so.
        }
    }
}
