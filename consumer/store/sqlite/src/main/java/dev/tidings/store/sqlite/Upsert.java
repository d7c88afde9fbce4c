package dev.tidings.store.sqlite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The SQL that inserts a row or, where its key exists, replaces it by itself. */
final class Upsert {

    private Upsert() {}

    /** Returns the names in a text, separated by white space. */
    static List<String> columns(String names) {
        return List.of(names.strip().split("\\s+"));
    }

    static String into(String table, List<String> key, List<String> others) {
        List<String> columns = new ArrayList<>(key);
        columns.addAll(others);
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?"))
                + ") on conflict (" + String.join(", ", key) + ") do update set "
                + others.stream()
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
    }
}
