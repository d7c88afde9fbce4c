package dev.tidings.app.cli.stack;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.service.ReadyWatch;
import dev.tidings.app.cli.service.ServiceOptions;
import dev.tidings.app.cli.service.SinkCommand;
import dev.tidings.app.cli.service.StreamsCommand;
import dev.tidings.app.cli.settings.SettingsOptions;
import dev.tidings.app.metrics.MetricsSettings;
import dev.tidings.app.stack.ClassPath;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.JavaCommand;
import dev.tidings.app.stack.LocalProcess;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.Service;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", YOUNG, "-XX:+ExitOnOutOfMemoryError");

    /** Names further options of the JVMs, as it does to the launcher; they come last, so that they win. */
    private static final String ASKED = "TIDINGS_JAVA_OPTS";

    /** Names of the services, in the order of start. */
    static final List<String> NAMES = List.of(StreamsCommand.NAME, SinkCommand.NAME);

    private ChildServices() {}

    /**
     * Makes the services of a stack, with all that was given to the command that starts it. What runs already keeps the
     * settings of its start, and that is told.
     *
     * @param settings of the command, whose addresses are the stack's
     * @param jvm further options of their JVMs
     */
    static List<Service> servicesOf(Settings settings, LocalStack stack, List<String> jvm, Console console) {
        DataFolder folder = SettingsOptions.dataFolder(settings);
        Map<String, String> given = new TreeMap<>(settings.givenTexts());
        given.remove(ConnectionSettings.DATA_DIR.key());
        StackConfig.ALL.forEach(setting -> given.remove(setting.key()));
        // Services that work on other topics than those that were just made would find nothing, for ever.
        given.put(ConnectionSettings.TOPIC_PREFIX.key(), settings.get(ConnectionSettings.TOPIC_PREFIX));
        Set<String> running = stack.processes().stream().map(LocalProcess::name).collect(Collectors.toSet());
        List<Service> services = new ArrayList<>();
        for (String name : NAMES) {
            given.computeIfPresent(MetricsSettings.PORT.key(), (key, port) -> portOf(name, port));
            ServiceSettings own = ServiceSettings.ofService(name, folder, given, console.directory());
            if (running.contains(name)) {
                sayWhetherOlder(name, stack, console);
                sayWhatDiffers(name, own.keysThatDiffer(), console);
            } else {
                own.write();
            }
            services.add(serviceOf(name, folder, own, jvm));
        }
        return services;
    }

    /** Two processes cannot have one port: the sink takes the next. */
    private static String portOf(String name, String port) {
        boolean isNext = name.equals(SinkCommand.NAME) && Long.parseLong(port) > 0;
        return isNext ? String.valueOf(Long.parseLong(port) + 1) : port;
    }

    private static void sayWhetherOlder(String name, LocalStack stack, Console console) {
        boolean older = stack.processes().stream()
                .filter(process -> process.name().equals(name))
                .anyMatch(process -> !process.runsFrom(ClassPath.currentClassPath()));
        if (older) {
            console.sayLine(name + " runs from a former build; 'tidings down', then 'tidings up' changes that");
        }
    }

    private static void sayWhatDiffers(String name, Set<String> keys, Console console) {
        if (!keys.isEmpty()) {
            console.sayLine(name + " runs with what was given at its start, not with what is given now ("
                    + String.join(", ", keys) + "); 'tidings down', then 'tidings up' changes that");
        }
    }

    /**
     * Makes a service of one of the commands that work until they are stopped.
     *
     * @param flags its settings; relative paths among them are meant in the working directory
     * @param jvm further options of its JVM
     */
    public static Service newService(String name, DataFolder folder, Map<String, String> flags, List<String> jvm) {
        ServiceSettings settings =
                ServiceSettings.ofService(name, folder, flags, Path.of("").toAbsolutePath());
        settings.write();
        return serviceOf(name, folder, settings, jvm);
    }

    /** How one of the commands is started as a process of its own; parameters as of {@link #newService}. */
    public static JavaCommand javaCommand(String name, DataFolder folder, Map<String, String> flags, List<String> jvm) {
        ServiceSettings settings =
                ServiceSettings.ofService(name, folder, flags, Path.of("").toAbsolutePath());
        settings.write();
        return javaCommand(name, folder, settings, jvm);
    }

    private static Service serviceOf(String name, DataFolder folder, ServiceSettings settings, List<String> jvm) {
        Path ready = folder.pidFolder().resolve(name + ".ready");
        JavaCommand java = javaCommand(name, folder, settings, jvm);
        List<String> arguments = Stream.concat(
                        java.arguments().stream(), Stream.of(ServiceOptions.READY_FILE, ready.toString()))
                .toList();
        return new Service(name, java.withArguments(arguments), process -> ReadyWatch.saysReady(ready, process.pid()));
    }

    private static JavaCommand javaCommand(String name, DataFolder folder, ServiceSettings settings, List<String> jvm) {
        List<String> arguments = List.of(
                name,
                "--data",
                folder.root().toString(),
                SettingsOptions.GIVEN_FILE,
                settings.file().toString());
        List<String> options = Stream.of(
                        OPTIONS,
                        List.of(ServiceHeap.jvmOption(name)),
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
