package dev.tidings.text.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML as plain data: no class is made of it, and what refers to itself or nests without end is refused. */
public final class YamlText {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(50)
            .setAllowRecursiveKeys(false)
            .setAllowDuplicateKeys(false)
            .build();

    private static final JsonMapper MAPPER = new JsonMapper();

    private YamlText() {}

    /** Returns the first document; empty when the text is no YAML. */
    public static Optional<JsonNode> read(String yaml) {
        try {
            return Optional.of(MAPPER.valueToTree(new Load(SETTINGS).loadFromString(yaml)));
        } catch (YamlEngineException | IllegalArgumentException | StackOverflowError e) {
            // The parser recurses into what nests, and has no limit of its own for that.
            return Optional.empty();
        }
    }
}
