package dev.tidings.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A query put together from conditions; values always travel as parameters. */
final class Select {

    /** Makes a value of the row that the result stands at. */
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final String columns;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private String order = "";

    /** Begins with everything up to and including the from clause. */
    Select(String columns) {
        this.columns = columns;
    }

    Select where(String condition, Object... parameters) {
        conditions.add(condition);
        values.addAll(List.of(parameters));
        return this;
    }

    Select whereGiven(String condition, Optional<String> parameter) {
        return parameter.map(value -> where(condition, value)).orElse(this);
    }

    /** Sets what comes after the conditions. */
    Select then(String clause) {
        order = clause;
        return this;
    }

    <T> List<T> list(Connection connection, RowMapper<T> mapper) throws SQLException {
        return list(connection, sql(), values, mapper);
    }

    /** Runs a query that is whole. */
    static <T> List<T> list(Connection connection, String sql, List<?> values, RowMapper<T> mapper)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(mapper.map(row));
                }
                return found;
            }
        }
    }

    /** Returns a pattern for {@code like ? escape '\\'} that finds a text anywhere. */
    static String pattern(String text) {
        return "%" + escaped(text) + "%";
    }

    /** Returns a text in which no character stands for others in a pattern. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private String sql() {
        String where =
                conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(" and ", " where ", ""));
        return columns + where + " " + order;
    }
}
