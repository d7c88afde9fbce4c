package dev.tidings.app.eval.articles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the gold file says of one article. */
final class GoldArticle {

    private final JsonNode node;

    GoldArticle(JsonNode node) {
        this.node = node;
    }

    /** Returns whether the gold file says anything of a field, be it that it is empty. */
    boolean hasField(String field) {
        return node.has(field);
    }

    String textOf(String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : "";
    }

    long numberOf(String field) {
        return node.path(field).longValue();
    }

    List<Integer> linesOf(String field) {
        List<Integer> lines = new ArrayList<>();
        node.path(field).forEach(line -> lines.add(line.intValue()));
        return lines;
    }

    /** Dates as day, surface and whether the weekday agrees. */
    Set<String> goldDates() {
        Set<String> dates = new LinkedHashSet<>();
        node.path("mentioned_dates")
                .forEach(date -> dates.add(date.path("iso").asText() + " | "
                        + date.path("surface").asText() + " | "
                        + date.path("weekday_consistent").asText("")));
        return new TreeSet<>(dates);
    }

    Set<String> languageCodes() {
        Set<String> codes = new TreeSet<>();
        node.path("countries").forEach(country -> codes.add(country.path("code").asText()));
        return codes;
    }

    /** Names of the article proper; those in its boilerplate are not looked for. */
    List<Set<String>> namesOf(String field) {
        List<Set<String>> names = new ArrayList<>();
        node.path(field).forEach(name -> {
            if (!name.path("in_boilerplate").asBoolean(false)) {
                Set<String> spellings = new LinkedHashSet<>();
                name.path("surface").forEach(surface -> spellings.add(surface.asText()));
                names.add(spellings);
            }
        });
        return names;
    }
}
