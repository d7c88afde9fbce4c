package dev.tidings.app.rights;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.cli.stack.ChildServices;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import dev.tidings.app.stack.TestServices;
import dev.tidings.kafka.admin.TopicAdmin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command under a user that has the rights that docs/production.md names for it, and no other. */
class RightsIT {

    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-Xmx512m");

    @TempDir
    static Path temporary;

    private static StackConfig stackConfig;
    private static LocalStack stack;
    private static TestServices services;
    private static String address;

    @BeforeAll
    static void aStackThatAsksForRights() throws IOException {
        DataFolder folder = new DataFolder(temporary.resolve("data"));
        address = "127.0.0.1:" + freePort();
        Files.createDirectories(folder.root());
        Files.writeString(folder.root().resolve("broker.properties"), """
                listeners=SASL_PLAINTEXT://%s
                advertised.listeners=SASL_PLAINTEXT://%s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT
                sasl.enabled.mechanisms=PLAIN
                listener.name.sasl_plaintext.plain.sasl.jaas.config=\\
                  org.apache.kafka.common.security.plain.PlainLoginModule required user_publish="secret" \\
                  user_streams="secret" user_sink="secret" user_subscribe="secret" user_topics="secret" \\
                  user_nobody="secret";
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:ANONYMOUS
                """.formatted(address, address));
        stackConfig = new StackConfig(Installation.currentInstallation(), folder, StackPurpose.TEST);
        stack = LocalStack.startStack(stackConfig);
        services = new TestServices(stackConfig);
        LocalStackExtension.liveTopics(stack);
        try (TopicAdmin admin = new TopicAdmin(LocalStackExtension.settings(stack))) {
            admin.awaitAnswer(admin.adminClient().createAcls(RightsTable.read()).all());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        LocalStack.stopStack(stackConfig);
    }

    @Test
    void theRightsOfThePageAreEnoughForTheWholeWayOfAnArticle() {
        Path seeds = Installation.currentInstallation().home().resolve("seeds");
        assertDone(command("publish", "publish", seeds.toString()));
        for (String service : List.of("streams", "sink")) {
            services.start(ChildServices.newService(service, stackConfig.folder(), flagsOf(service), QUICK));
        }
        await().until(() -> storedArticles() == 4);
        assertDone(command("subscribe", "subscribe", "--group", "desk", "--since", "beginning", "--limit", "4"));
        for (String question : List.of("topics", "dlq list", "status", "doctor")) {
            CommandRun run = command("topics", question.split(" ", -1));
            assertThat(run.err()).as(question).doesNotContain("not allow");
            assertThat(run.out()).as(question).doesNotContain("do not say", "not allow");
        }
    }

    @Test
    void whoHasNoRightIsToldWhichOneAndWhereToRead() {
        for (String command : List.of("topics", "status", "dlq list", "subscribe")) {
            CommandRun run = command("nobody", command.split(" ", -1));
            assertThat(run.exit()).as(command).isEqualTo(4);
            assertThat(run.err().lines().skip(1))
                    .as(command)
                    .singleElement()
                    .asString()
                    .matches("tidings: .*(not allow|may not).*; give it that right .*, see docs/production\\.md");
        }
    }

    private static void assertDone(CommandRun run) {
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private static int storedArticles() {
        CommandRun run = CommandRun.in(
                temporary,
                "articles",
                "-o",
                "jsonl",
                "--data",
                stackConfig.folder().root().toString());
        return run.exit() == 0 ? run.lines().size() : 0;
    }

    private static CommandRun command(String user, String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        flagsOf(user).forEach((key, value) -> line.addAll(List.of("-X", key + "=" + value)));
        return CommandRun.in(temporary.resolve(user), line.toArray(String[]::new));
    }

    private static Map<String, String> flagsOf(String user) {
        Map<String, String> flags = new TreeMap<>(LocalStackExtension.flags(stack));
        flags.put("bootstrap.servers", address);
        flags.put("kafka.security.protocol", "SASL_PLAINTEXT");
        flags.put("kafka.sasl.mechanism", "PLAIN");
        flags.put(
                "kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user
                        + "\" password=\"secret\";");
        return flags;
    }
}
