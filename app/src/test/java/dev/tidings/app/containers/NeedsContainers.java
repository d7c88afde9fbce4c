package dev.tidings.app.containers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.tidings.app.stack.Installation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Skips a test, with one line that says why, where no container engine answers or where it has not got the images.
 * Nothing is pulled: what a test run downloads would depend on the day.
 */
final class NeedsContainers implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("asked for the class");
        }
        return obstacle()
                .map(why -> skipped(context.getDisplayName() + " is skipped: " + why))
                .orElseGet(() -> ConditionEvaluationResult.enabled("engine and images are there"));
    }

    private static ConditionEvaluationResult skipped(String line) {
        System.out.println(line);
        return ConditionEvaluationResult.disabled(line);
    }

    private static Optional<String> obstacle() {
        try {
            return engineAnswers() ? missingImages() : Optional.of("no container engine answers");
        } catch (RuntimeException e) {
            // Where tests run in a container themselves, the way to the engine is looked for with an image of its own.
            return Optional.of("the container engine cannot be used from here: " + e.getMessage()
                    + " (TESTCONTAINERS_HOST_OVERRIDE names its host)");
        }
    }

    private static Optional<String> missingImages() {
        List<String> missing = Images.in(Installation.currentInstallation().home(), System.getenv()).all().stream()
                .filter(image -> !isThere(image))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("the container engine has no image " + String.join(", ", missing)
                        + " (docker pull brings it; KAFKA_IMAGE names another broker)");
    }

    private static boolean engineAnswers() {
        // It would tell in twenty lines where it has looked for an engine.
        ((Logger) LoggerFactory.getLogger("org.testcontainers")).setLevel(Level.OFF);
        return DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean isThere(String image) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException missing) {
            return false;
        }
    }
}
