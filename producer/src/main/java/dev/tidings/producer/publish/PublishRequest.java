package dev.tidings.producer.publish;

import dev.tidings.producer.source.InputSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to publish.
 *
 * @param inputSelections what to publish of each root, at least one
 * @param named whether the root's name was given by hand, so that it may stand for a folder that has moved
 * @param awaitVerdicts whether to wait for the verdict on every article published
 */
public record PublishRequest(List<InputSelection> inputSelections, boolean named, boolean awaitVerdicts) {

    /** Freezes the selections. */
    public PublishRequest {
        inputSelections = List.copyOf(inputSelections);
    }

    /**
     * Looks at the paths and returns a request that does not wait.
     *
     * @param paths files and folders
     * @param source name of the root, the first part of every uri; empty means the folder's own name
     * @throws dev.tidings.kafka.settings.SettingsException when a path does not exist, or a name cannot be used
     */
    public static PublishRequest of(List<Path> paths, Optional<String> source) {
        return new PublishRequest(InputSelection.selectionsOf(paths, source), source.isPresent(), false);
    }

    /** Returns this request, waiting for verdicts. */
    public PublishRequest awaitingVerdicts() {
        return new PublishRequest(inputSelections, named, true);
    }
}
