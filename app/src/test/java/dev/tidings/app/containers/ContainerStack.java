package dev.tidings.app.containers;

import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startable;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** Broker, registry, streams and sink, each in a container of its own; the last two from the image of this build. */
final class ContainerStack implements AutoCloseable {

    private static final String FOLDERS = "/folders/";

    private final Network network = Network.newNetwork();
    private final KafkaContainer broker;
    private final GenericContainer<?> registry;
    private final GenericContainer<?> streams;
    private final GenericContainer<?> sink;

    private ContainerStack(Images images, ImageFromDockerfile tidings) {
        broker = new KafkaContainer(DockerImageName.parse(images.broker()).asCompatibleSubstituteFor("apache/kafka"))
                .withNetwork(network)
                .withListener("broker:19092")
                .withImagePullPolicy(image -> false)
                .withStartupTimeout(Patience.LIMIT);
        registry = new GenericContainer<>(images.registry())
                .withNetwork(network)
                .withNetworkAliases("registry")
                .withImagePullPolicy(image -> false)
                .withExposedPorts(8080)
                .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").withStartupTimeout(Patience.LIMIT));
        streams = service("streams", tidings);
        sink = service("sink", tidings);
    }

    /** Builds the image and starts everything in the order of docker-compose.yml. */
    static ContainerStack start() {
        Path home = Installation.currentInstallation().home();
        ContainerStack stack = new ContainerStack(Images.in(home, System.getenv()), image(home));
        try {
            Startables.deepStart(stack.broker, stack.registry).join();
            stack.streams.start();
            stack.sink.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Runs a command in the container of the sink, beside the store. */
    CommandRun run(String... command) {
        String[] line = Stream.concat(Stream.of("tidings"), Stream.of(command)).toArray(String[]::new);
        try {
            ExecResult result = sink.execInContainer(line);
            return new CommandRun(result.getExitCode(), result.getStdout(), result.getStderr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Copies a folder to where commands run, and returns its name there. */
    String copied(Path folder) {
        String name = FOLDERS + folder.getFileName();
        sink.copyFileToContainer(MountableFile.forHostPath(folder), name);
        return name;
    }

    private GenericContainer<?> service(String name, ImageFromDockerfile tidings) {
        return new GenericContainer<>(tidings)
                .withNetwork(network)
                .withNetworkAliases(name)
                .withEnv("TIDINGS_BOOTSTRAP_SERVERS", "broker:19092")
                .withEnv("TIDINGS_SCHEMA_REGISTRY_URL", "http://registry:8080/apis/ccompat/v7")
                .withCommand(name)
                .waitingFor(Wait.forLogMessage(name + " is ready\\s*", 1).withStartupTimeout(Patience.LIMIT));
    }

    private static ImageFromDockerfile image(Path home) {
        ImageFromDockerfile image = new ImageFromDockerfile();
        contextOf(home)
                .forEach(part -> image.withFileFromPath(home.relativize(part).toString(), part));
        return image;
    }

    /** What .dockerignore lets through. */
    private static List<Path> contextOf(Path home) {
        Path target = home.resolve("app/target");
        try (Stream<Path> built = Files.list(target)) {
            Stream<Path> jar =
                    built.filter(file -> file.getFileName().toString().matches("tidings-app-.*\\.jar"));
            Stream<Path> rest =
                    Stream.of(home.resolve("Dockerfile"), home.resolve("app/src/main/docker"), target.resolve("lib"));
            return Stream.concat(jar, rest).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Stream.of(sink, streams, registry, broker).forEach(Startable::stop);
        network.close();
    }
}
