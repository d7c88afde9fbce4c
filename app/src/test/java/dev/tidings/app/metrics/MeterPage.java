package dev.tidings.app.metrics;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the page on monitoring and the files beside it say of meters. */
final class MeterPage {

    static final Path FOLDER = Path.of("../docs/monitoring").toAbsolutePath().normalize();
    private static final Path PAGE = Path.of("../docs/monitoring.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z].*?) \\| ([a-z, ]+) \\|");
    private static final Pattern NAME = Pattern.compile("`((?:tidings|kafka)_[a-z_]+)`");
    private static final Pattern NOT_NAME = Pattern.compile("[{ ].*");
    private static final Pattern USED = Pattern.compile("\\b((?:tidings|kafka|jvm|process|system)_[a-z_]+)\\b");
    /** Labels that begin as meters do, and names of files. */
    private static final Set<String> NO_METERS = Set.of("process_name");

    private MeterPage() {}

    /** Returns the meters that processes of a kind have, without the endings of timers. */
    static Set<String> metersOf(String kind) throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .filter(row -> Pattern.compile(", ").splitAsStream(row.group(2)).anyMatch(kind::equals)
                        || row.group(2).equals("all"))
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(toCollection(TreeSet::new));
    }

    /** Returns the meters that a file of expressions uses, without the endings of timers. */
    static Set<String> metersIn(String file) throws IOException {
        return USED.matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .map(MatchResult::group)
                .filter(name -> !NO_METERS.contains(name))
                .map(MeterPage::withoutEnding)
                .collect(toCollection(TreeSet::new));
    }

    /** Returns the meters of a scrape, without the endings of timers. */
    static Set<String> metersOfScrape(String scrape) {
        return scrape.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> NOT_NAME.matcher(line).replaceFirst(""))
                .map(MeterPage::withoutEnding)
                .collect(toCollection(TreeSet::new));
    }

    static Stream<String> ownNames(Set<String> names) {
        return names.stream().filter(name -> name.startsWith("tidings_") || name.startsWith("kafka_"));
    }

    private static String withoutEnding(String name) {
        return name.replaceFirst("_(count|sum|max|bucket)$", "");
    }
}
