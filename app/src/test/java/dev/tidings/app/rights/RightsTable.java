package dev.tidings.app.rights;

import dev.tidings.app.stack.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights that docs/production.md says each command needs. A user is called as the first command of the row. */
final class RightsTable {

    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| ([a-z]+)[a-z, ]* \\| (topic|group|transactional id|cluster)(?: `([^`]+)`)? \\| ([A-Z][A-Za-z, ]+) \\|$");

    private RightsTable() {}

    static List<AclBinding> read() throws IOException {
        Path page = Installation.currentInstallation().home().resolve("docs/production.md");
        return ROW.matcher(Files.readString(page))
                .results()
                .flatMap(RightsTable::bindings)
                .toList();
    }

    private static Stream<AclBinding> bindings(MatchResult row) {
        ResourcePattern resource = resource(row.group(2), row.group(3));
        return Stream.of(row.group(4).split(", ", -1))
                .map(operation -> new AclBinding(
                        resource,
                        new AccessControlEntry(
                                "User:" + row.group(1), "*", operation(operation), AclPermissionType.ALLOW)));
    }

    private static ResourcePattern resource(String type, String name) {
        ResourceType resource = ResourceType.fromString(type.replace(' ', '_').toUpperCase(Locale.ROOT));
        if (resource == ResourceType.CLUSTER) {
            return new ResourcePattern(resource, Resource.CLUSTER_NAME, PatternType.LITERAL);
        }
        boolean isPrefix = name.endsWith("*") && name.length() > 1;
        return new ResourcePattern(
                resource,
                isPrefix ? name.substring(0, name.length() - 1) : name,
                isPrefix ? PatternType.PREFIXED : PatternType.LITERAL);
    }

    private static AclOperation operation(String name) {
        return AclOperation.fromString(
                name.equals("DescribeConfigs") ? "DESCRIBE_CONFIGS" : name.toUpperCase(Locale.ROOT));
    }
}
