package dev.tidings.app.fault.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of articles that a store holds, as their keys {@code id#revision}; one that stands there twice is in the
 * list twice.
 *
 * @param articles what was published
 * @param suppressed what was withheld as a copy
 */
public record StoredVersions(List<String> articles, List<String> suppressed) {

    private static final String ARTICLES = "select article_id || '#' || revision from article";
    private static final String SUPPRESSED = "select article_id || '#' || revision from relation where suppressed = 1";

    /** Freezes the lists. */
    public StoredVersions {
        articles = List.copyOf(articles);
        suppressed = List.copyOf(suppressed);
    }

    /** Reads them from the file of a SQLite store; none when it cannot be read now. */
    public static StoredVersions inFile(Path file) {
        if (!file.toFile().exists()) {
            return new StoredVersions(List.of(), List.of());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return new StoredVersions(versions(statement, ARTICLES), versions(statement, SUPPRESSED));
        } catch (SQLException busyOrNotYetMade) {
            return new StoredVersions(List.of(), List.of());
        }
    }

    private static List<String> versions(Statement statement, String query) throws SQLException {
        List<String> versions = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }
}
