package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        int first = chosenBefore("broker");

        assertThat(ports().choosePort(request(0, 0), false)).isEqualTo(first);
    }

    @Test
    void aPortOfAStartThatFailedIsNotRemembered() {
        ports().choosePort(request(0, 0), false);

        assertThat(ports().lastPort("broker")).isZero();
    }

    @Test
    void aRememberedPortThatIsTakenIsNotMoved() throws IOException {
        int first = chosenBefore("broker");
        try (ServerSocket other = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ports().choosePort(request(0, 0), false))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessage("port " + other.getLocalPort() + ", where the broker was before, is taken by another"
                            + " program; stop that, or set another (stack.port)");
        }
    }

    @Test
    void aPortThatIsSetIsTakenOrRefusedButNeverAnother() throws IOException {
        int free = chosenBefore("probe");
        chosenBefore("broker");

        assertThat(ports().choosePort(request(free, 0), false)).isEqualTo(free);
        try (ServerSocket other = new ServerSocket(free, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ports().choosePort(request(other.getLocalPort(), 0), false))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessage("port " + free + ", which stack.port sets for the broker, is taken by another program;"
                            + " stop that, or set another (stack.port)");
        }
    }

    @Test
    void thePortOfARunningPartIsItsOwn() throws IOException {
        int first = chosenBefore("broker");
        try (ServerSocket itself = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports().choosePort(request(0, 0), true)).isEqualTo(itself.getLocalPort());
        }
    }

    @Test
    void aRunningPartIsNotMovedByASetting() {
        int first = chosenBefore("broker");

        assertThatThrownBy(() -> ports().choosePort(request(9, 0), true))
                .isInstanceOf(LocalStackException.class)
                .hasMessageStartingWith("the broker runs at port " + first + ", but stack.port is 9; 'tidings down'");
    }

    @Test
    void theFirstStartTakesTheUsualPortOrSaysWhichItTookInstead() throws IOException {
        int usual = chosenBefore("probe");

        Ports quiet = ports();
        assertThat(quiet.choosePort(request(0, usual), false)).isEqualTo(usual);
        assertThat(quiet.notes()).isEmpty();
        try (ServerSocket other = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
            Ports told = ports();
            int port = told.choosePort(request(0, other.getLocalPort()), false);
            assertThat(port).isNotEqualTo(usual);
            assertThat(told.notes())
                    .containsExactly("the broker is at port " + port + " from now on, as " + usual
                            + " is taken; stack.port sets another");
        }
    }

    @Test
    void aPortThatNobodyOutsideKnowsMayMove() throws IOException {
        PortRequest controller = PortRequest.ofAny("broker.controller");
        Ports before = ports();
        int first = before.choosePort(controller, false);
        before.savePort("broker.controller");
        try (ServerSocket other = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports().choosePort(controller, false)).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void portsLieBelowThoseOfOutgoingConnections() {
        assertThat(ports().choosePort(request(0, 0), false)).isBetween(20_000, 32_000);
    }

    @Test
    void aDamagedFileIsAsNone() throws IOException {
        Files.writeString(folder.resolve("ports.properties"), "broker=\\u12\nregistry=nine");

        assertThat(ports().choosePort(request(0, 0), false)).isPositive();
    }

    private int chosenBefore(String part) {
        Ports before = ports();
        int port = before.choosePort(new PortRequest(part, "stack.port", 0, 0), false);
        before.savePort(part);
        return port;
    }

    private static PortRequest request(int set, int usual) {
        return new PortRequest("broker", "stack.port", set, usual);
    }

    private Ports ports() {
        return Ports.rememberedIn(folder.resolve("ports.properties"));
    }
}
