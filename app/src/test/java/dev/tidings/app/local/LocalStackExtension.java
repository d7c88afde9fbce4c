package dev.tidings.app.local;

import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.SchemaRegistration;
import dev.tidings.schemas.kafka.SettingSources;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.schemas.kafka.TopicAdmin;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests one real broker and one real registry, shared by all of them in a JVM and stopped at its end.
 *
 * <p>Parameters of a test: {@link LocalStack}; {@link Settings} that lead to it; {@link Topics} that exist, are
 * registered and belong to that test alone, by their prefix. Group and transactional ids keep apart by the same prefix.
 */
public final class LocalStackExtension implements ParameterResolver {
    private static final Namespace SHARED = Namespace.create(LocalStackExtension.class);
    private static final List<Class<?>> PARAMETERS = List.of(LocalStack.class, Settings.class, Topics.class);
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        LocalStack stack = stack(test);
        Class<?> type = parameter.getParameter().getType();
        if (type == LocalStack.class) {
            return stack;
        }
        return type == Settings.class ? settings(stack) : newTopics(stack);
    }

    /** Settings that lead to a stack. */
    public static Settings settings(LocalStack stack) {
        return Settings.resolve(List.of(), SettingSources.of(stack.addresses()));
    }

    /** Topics of a test of its own, created and registered. */
    public static Topics newTopics(LocalStack stack) {
        return made(stack, Topics.of("test-" + TESTS.incrementAndGet()));
    }

    /** The live topics, created and registered; other tests use them too. */
    public static Topics liveTopics(LocalStack stack) {
        return made(stack, Topics.of(Topics.DEFAULT_PREFIX));
    }

    private static Topics made(LocalStack stack, Topics topics) {
        Settings settings = settings(stack);
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.ensure(topics);
        }
        new SchemaRegistration(settings.registry()).registerAll(topics);
        return topics;
    }

    private static LocalStack stack(ExtensionContext test) {
        return test.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent(SharedStack.class, type -> new SharedStack(), SharedStack.class)
                .stack;
    }

    private static final class SharedStack implements AutoCloseable {
        private final Site site;
        private final LocalStack stack;

        SharedStack() {
            Path folder = Installation.current()
                    .home()
                    .resolve("app/target/shared-stack-" + System.getProperty("tidings.test.fork", "single"));
            FolderTree.delete(folder);
            site = new Site(Installation.current(), new DataFolder(folder), Purpose.TEST);
            // A test run that is interrupted does not reach close().
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            stack = LocalStack.start(site);
        }

        @Override
        public void close() {
            LocalStack.stop(site);
        }
    }
}
