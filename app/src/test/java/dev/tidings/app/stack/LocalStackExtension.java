package dev.tidings.app.stack;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests one real broker and one real registry, shared by all JVMs of a run.
 *
 * <p>Parameters of a test: {@link LocalStack}; {@link Settings} that lead to it; {@link Topics} that exist, are
 * registered and belong to that test alone, by their prefix. Group and transactional ids keep apart by the same prefix.
 */
public final class LocalStackExtension implements ParameterResolver {
    private static final List<Class<?>> PARAMETERS = List.of(LocalStack.class, Settings.class, Topics.class);
    private static final long JVM = ProcessHandle.current().pid();
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final String CONNECT_TIMEOUT = "connect.timeout.ms";
    private static final String MINUTE = "60000";

    /** A person wants to hear within seconds that nobody answers; a test knows that the stack is there, only busy. */
    public static final String PATIENT = CONNECT_TIMEOUT + "=" + MINUTE;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        LocalStack stack = SharedStack.ofTheRun();
        Class<?> type = parameter.getParameter().getType();
        if (type == LocalStack.class) {
            return stack;
        }
        return type == Settings.class ? settings(stack) : newTopics(stack);
    }

    /** Settings by key that lead to a stack, for a machine that is busy. */
    public static Map<String, String> flags(LocalStack stack) {
        Map<String, String> flags = new TreeMap<>(stack.addresses());
        flags.put(CONNECT_TIMEOUT, MINUTE);
        return flags;
    }

    /** Settings that lead to a stack. */
    public static Settings settings(LocalStack stack) {
        return Settings.resolveAll(List.of(), SettingSources.of(flags(stack)));
    }

    /** Topics of a test of its own, created and registered. */
    public static Topics newTopics(LocalStack stack) {
        return made(stack, Topics.of("test-" + JVM + "-" + TESTS.incrementAndGet()));
    }

    /** The live topics, created and registered; other tests use them too. */
    public static Topics liveTopics(LocalStack stack) {
        return made(stack, Topics.of(Topics.DEFAULT_PREFIX));
    }

    private static Topics made(LocalStack stack, Topics topics) {
        Settings settings = settings(stack);
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.ensureTopics(topics);
        }
        new SchemaRegistration(settings.registryConfig()).registerAll(topics);
        return topics;
    }
}
