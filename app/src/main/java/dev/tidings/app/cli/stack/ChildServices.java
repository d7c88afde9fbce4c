package dev.tidings.app.cli.stack;

import dev.tidings.app.cli.service.ReadyWatch;
import dev.tidings.app.cli.service.ServiceOptions;
import dev.tidings.app.cli.service.SinkCommand;
import dev.tidings.app.cli.service.StreamsCommand;
import dev.tidings.app.cli.settings.SettingsOptions;
import dev.tidings.app.stack.ClassPath;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.HugePages;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.JavaCommand;
import dev.tidings.app.stack.Service;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of Tidings that {@code up} and {@code demo} run beside the broker and the registry, in the order of
 * start.
 */
public final class ChildServices {
    /** The program itself, by name: its commands know this class, so this class cannot know them. */
    private static final String MAIN_CLASS = "dev.tidings.app.cli.Tidings";

    /**
     * An article leaves a megabyte of garbage: a third of the pauses, and with them of the longest waits, of a heap
     * left to itself.
     */
    private static final String YOUNG = "-Xmn256m";

    /** Enough for the bounded state stores (outside the heap) and a few articles of the largest size in flight. */
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xmx768m", YOUNG, "-XX:+ExitOnOutOfMemoryError");

    /** Names further options of the JVMs, as it does to the launcher; they come last, so that they win. */
    private static final String ASKED = "TIDINGS_JAVA_OPTS";

    private ChildServices() {}

    /**
     * Makes the services.
     *
     * @param stack addresses of the local stack, which the services work for
     * @param jvm further options of their JVMs
     */
    static List<Service> servicesOf(Settings settings, Map<String, String> stack, List<String> jvm) {
        DataFolder folder = SettingsOptions.dataFolder(settings);
        Map<String, String> flags = new TreeMap<>(stack);
        // Services that work on other topics than those that were just made would find nothing, for ever.
        flags.put(ConnectionSettings.TOPIC_PREFIX.key(), settings.get(ConnectionSettings.TOPIC_PREFIX));
        return Stream.of(StreamsCommand.NAME, SinkCommand.NAME)
                .map(name -> newService(name, folder, flags, jvm))
                .toList();
    }

    /**
     * Makes a service of one of the commands that work until they are stopped.
     *
     * @param flags its settings
     * @param jvm further options of its JVM
     */
    public static Service newService(String name, DataFolder folder, Map<String, String> flags, List<String> jvm) {
        Path ready = folder.pidFolder().resolve(name + ".ready");
        JavaCommand java = javaCommand(name, folder, flags, jvm);
        List<String> arguments = Stream.concat(
                        java.arguments().stream(), Stream.of(ServiceOptions.READY_FILE, ready.toString()))
                .toList();
        return new Service(name, java.withArguments(arguments), () -> ReadyWatch.saysReady(ready));
    }

    /** How one of the commands is started as a process of its own. */
    public static JavaCommand javaCommand(String name, DataFolder folder, Map<String, String> flags, List<String> jvm) {
        List<String> arguments = Stream.concat(
                        Stream.of(name, "--data", folder.root().toString()),
                        flags.entrySet().stream()
                                .flatMap(entry -> Stream.of("-X", entry.getKey() + "=" + entry.getValue())))
                .toList();
        List<String> options = Stream.of(
                        OPTIONS,
                        HugePages.jvmOption(),
                        jvm,
                        requestedOptions(),
                        List.of("-D" + Installation.HOME_PROPERTY + "="
                                + Installation.currentInstallation().home()))
                .flatMap(List::stream)
                .toList();
        return new JavaCommand(ClassPath.currentClassPath(), options, MAIN_CLASS, arguments);
    }

    private static List<String> requestedOptions() {
        return Pattern.compile("\\s+")
                .splitAsStream(Objects.requireNonNullElse(System.getenv(ASKED), ""))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
