package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path folder;

    @Test
    void aFreePortIsKeptFromStartToStart() {
        int first = ports().choosePort("broker", false, 0);

        assertThat(ports().choosePort("broker", false, 0)).isEqualTo(first);
    }

    @Test
    void aTakenPortIsReplacedByAFreeOne() throws IOException {
        int first = ports().choosePort("broker", false, 0);
        try (ServerSocket other = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports().choosePort("broker", false, 0)).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void thePortOfARunningPartIsItsOwn() throws IOException {
        int first = ports().choosePort("broker", false, 0);
        try (ServerSocket itself = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports().choosePort("broker", true, 0)).isEqualTo(itself.getLocalPort());
        }
    }

    @Test
    void theUsualPortIsTakenWhenItIsFree() throws IOException {
        int usual = ports().choosePort("probe", false, 0);

        assertThat(ports().choosePort("broker", false, usual)).isEqualTo(usual);
        try (ServerSocket other = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports().choosePort("registry", false, usual)).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void portsLieBelowThoseOfOutgoingConnections() {
        assertThat(ports().choosePort("broker", false, 0)).isBetween(20_000, 32_000);
    }

    @Test
    void aDamagedFileIsAsNone() throws IOException {
        Files.writeString(folder.resolve("ports.properties"), "broker=\\u12\nregistry=nine");

        assertThat(ports().choosePort("registry", false, 0)).isPositive();
    }

    private Ports ports() {
        return Ports.rememberedIn(folder.resolve("ports.properties"));
    }
}
