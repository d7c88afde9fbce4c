package dev.tidings.app.containers;

import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.endtoend.EndToEnd;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** On containers, the services of Tidings from the image that this build makes. */
@ExtendWith(NeedsContainers.class)
class ContainersEndToEndIT extends EndToEnd {

    private static ContainerStack stack;

    @BeforeAll
    static void start() {
        stack = ContainerStack.start();
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Override
    protected CommandRun run(String... command) {
        return stack.run(command);
    }

    @Override
    protected String mounted(Path folder) {
        return stack.copied(folder);
    }
}
