import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Counts what the house rules limit: sizes of methods, files and packages, one-word method names, names of constants.
 *
 * <p>It parses every {@code .java} file under a {@code src/main/java} of this tree; nothing has to be built. Run from
 * the root of the project:
 *
 * <pre>
 * java .ci/Measure.java                   the figures; exit code 1 when a limit is broken
 * java .ci/Measure.java --list-one-word   one line for each one-word method name: where, which, its first sentence
 * </pre>
 */
public final class Measure {

    private static final int MAX_PACKAGE_TYPES = 25;
    private static final int MAX_METHOD_LINES = 45;
    private static final int MAX_LINE_LENGTH = 120;
    /** The share of one-word method names in percent must stay under this. */
    private static final double ONE_WORD_LIMIT_PERCENT = 45.0;
    /** Limits are called MAX_ and MIN_. */
    private static final Pattern FORBIDDEN_CONSTANT = Pattern.compile("(MOST|LONGEST|SHORTEST|LEAST|FEWEST)(_.*)?");

    private static final Pattern ONE_WORD = Pattern.compile("[a-z]+[0-9]*");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "node_modules");

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        if (!Set.of("--list-one-word").containsAll(options)) {
            System.err.println("measure: the only option is --list-one-word");
            System.exit(2);
        }
        List<SourceFile> files = parse(mainSources(Path.of("")));
        if (options.isEmpty()) {
            System.exit(report(files) ? 0 : 1);
        }
        files.stream().flatMap(file -> file.methods().stream()).filter(Method::isOneWord).forEach(System.out::println);
    }

    /** Prints the figures and, after them, each broken limit; returns whether there is none. */
    private static boolean report(List<SourceFile> files) {
        List<Method> methods =
                files.stream().flatMap(file -> file.methods().stream()).toList();
        List<Method> bodies =
                methods.stream().filter(method -> method.lines() > 0).toList();
        List<Method> named = methods.stream().filter(Method::isNamedByUs).toList();
        long oneWord = named.stream().filter(Method::isOneWord).count();
        double oneWordPercent = named.isEmpty() ? 0 : 100.0 * oneWord / named.size();
        Map<String, Integer> packages = typesByPackage(files);
        List<String> longLines =
                files.stream().flatMap(file -> file.longLines().stream()).toList();

        print("files", files.size() + " with " + sum(files.stream().map(SourceFile::lines)) + " lines, "
                + sum(files.stream().map(SourceFile::codeLines)) + " of them code");
        print("lines of a file", distribution(files.stream().map(SourceFile::lines), 50, 90, 100));
        print("code lines of a file", distribution(files.stream().map(SourceFile::codeLines), 50, 90, 100));
        print("code lines of a method", distribution(bodies.stream().map(Method::lines), 50, 90, 99, 100));
        print("types of a package", distribution(packages.values().stream(), 50, 100) + " in " + packages.size());
        print(
                "one-word method names",
                String.format(Locale.ROOT, "%.1f %%, %d of %d", oneWordPercent, oneWord, named.size()));
        print("lines over " + MAX_LINE_LENGTH, String.valueOf(longLines.size()));

        List<String> broken = new ArrayList<>();
        packages.forEach((name, types) -> {
            if (types > MAX_PACKAGE_TYPES) {
                broken.add(name + " has " + types + " top-level types, " + MAX_PACKAGE_TYPES + " are allowed");
            }
        });
        bodies.stream()
                .filter(method -> method.lines() > MAX_METHOD_LINES)
                .forEach(method -> broken.add(method.place() + " " + method.signature() + " has " + method.lines()
                        + " lines, " + MAX_METHOD_LINES + " are allowed"));
        files.stream()
                .flatMap(file -> file.forbiddenConstants().stream())
                .forEach(constant -> broken.add(constant + ": a limit is called MAX_ or MIN_"));
        if (oneWordPercent >= ONE_WORD_LIMIT_PERCENT) {
            broken.add(String.format(
                    Locale.ROOT,
                    "%.1f %% of the method names are one word, the limit is %.1f %% (--list-one-word shows them)",
                    oneWordPercent,
                    ONE_WORD_LIMIT_PERCENT));
        }
        broken.forEach(line -> System.out.println("BROKEN: " + line));
        return broken.isEmpty();
    }

    private static void print(String what, String figures) {
        System.out.printf("%-24s %s%n", what, figures);
    }

    private static int sum(Stream<Integer> values) {
        return values.mapToInt(Integer::intValue).sum();
    }

    /** The given percentiles by nearest rank, in words; 100 is the maximum. */
    private static String distribution(Stream<Integer> values, int... percentiles) {
        List<Integer> sorted = values.sorted().toList();
        List<String> words = new ArrayList<>();
        for (int percentile : percentiles) {
            int rank = (int) Math.ceil(percentile / 100.0 * sorted.size());
            int value = sorted.isEmpty() ? 0 : sorted.get(Math.max(rank, 1) - 1);
            words.add((percentile == 50 ? "median " : percentile == 100 ? "max " : "p" + percentile + " ") + value);
        }
        return String.join(", ", words);
    }

    private static Map<String, Integer> typesByPackage(List<SourceFile> files) {
        return files.stream()
                .collect(Collectors.groupingBy(
                        SourceFile::packageName, TreeMap::new, Collectors.summingInt(SourceFile::types)));
    }

    /** Main code of every module below a folder, {@code package-info.java} left out, in the order of their paths. */
    private static List<Path> mainSources(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skipped = SKIPPED_FOLDERS.contains(name) || name.startsWith(".");
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean java = file.toString().endsWith(".java") && !file.endsWith("package-info.java");
                if (java && file.toString().contains(SOURCES.toString())) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static List<SourceFile> parse(List<Path> paths) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(paths));
            DocTrees trees = DocTrees.instance(task);
            List<SourceFile> files = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                files.add(new FileMeasure(unit, trees).measure());
            }
            return files;
        }
    }

    /**
     * One file of main code.
     *
     * @param types its top-level types
     * @param lines all of its lines
     * @param codeLines those that hold more than blanks and comments
     * @param longLines {@code file:line} of each line over the limit
     * @param forbiddenConstants place and name of constants that are not called as limits should be
     */
    private record SourceFile(
            String packageName,
            int types,
            int lines,
            int codeLines,
            List<Method> methods,
            List<String> longLines,
            List<String> forbiddenConstants) {}

    /**
     * One method, constructors included.
     *
     * @param place {@code file:line}
     * @param signature {@code package.Class#method(types)}, types as they are written
     * @param lines code lines from its first annotation or modifier to its closing brace; 0 without a body
     * @param isNamedByUs whether the name was chosen here: no constructor, no accessor of a record's component, no
     *     {@code main}, and nothing with {@code @Override}, which is counted where it is declared if that is ours
     * @param summary first sentence of its Javadoc, empty without one
     */
    private record Method(
            String place, String signature, String name, int lines, boolean isNamedByUs, String summary) {

        boolean isOneWord() {
            return isNamedByUs && ONE_WORD.matcher(name).matches();
        }

        @Override
        public String toString() {
            return place + "\t" + signature + "\t" + summary;
        }
    }

    /** Reads the figures off one parsed file. */
    private static final class FileMeasure extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final String text;
        private final boolean[] code;
        private final Deque<ClassTree> owners = new ArrayDeque<>();
        private final List<Method> methods = new ArrayList<>();
        private final List<String> forbiddenConstants = new ArrayList<>();

        FileMeasure(CompilationUnitTree unit, DocTrees trees) throws IOException {
            this.unit = unit;
            this.trees = trees;
            this.text = unit.getSourceFile().getCharContent(true).toString();
            this.code = linesOfCode(text);
        }

        SourceFile measure() {
            scan(unit, null);
            List<String> lines = text.lines().toList();
            List<String> longLines = new ArrayList<>();
            for (int line = 1; line <= lines.size(); line++) {
                if (lines.get(line - 1).codePoints().count() > MAX_LINE_LENGTH) {
                    longLines.add(file() + ":" + line);
                }
            }
            int types = (int) unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).count();
            return new SourceFile(
                    packageName(),
                    types,
                    lines.size(),
                    codeLines(1, lines.size()),
                    methods,
                    longLines,
                    forbiddenConstants);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            owners.addLast(type);
            super.visitClass(type, nothing);
            owners.removeLast();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            // Positions before the file's start mark what the compiler adds, such as a default constructor.
            if (start(method) >= 0) {
                methods.add(new Method(
                        place(method),
                        signature(method),
                        method.getName().toString(),
                        method.getBody() == null ? 0 : codeLines(line(start(method)), line(end(method) - 1)),
                        isNamedByUs(method),
                        summary()));
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            String name = variable.getName().toString();
            boolean field = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
            if (field && FORBIDDEN_CONSTANT.matcher(name).matches()) {
                forbiddenConstants.add(place(variable) + " " + name);
            }
            return super.visitVariable(variable, nothing);
        }

        private boolean isNamedByUs(MethodTree method) {
            String name = method.getName().toString();
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation -> annotation.getAnnotationType().toString().endsWith("Override"));
            boolean isMain = name.equals("main") && method.getModifiers().getFlags().contains(Modifier.STATIC);
            return method.getReturnType() != null && !overrides && !isMain && !isAccessor(method);
        }

        private boolean isAccessor(MethodTree method) {
            ClassTree owner = owners.getLast();
            return owner.getKind() == Tree.Kind.RECORD
                    && method.getParameters().isEmpty()
                    && owner.getMembers().stream()
                            .filter(VariableTree.class::isInstance)
                            .map(VariableTree.class::cast)
                            .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                            .anyMatch(field -> field.getName().equals(method.getName()));
        }

        private String signature(MethodTree method) {
            String owner = owners.stream()
                    .map(type -> type.getSimpleName().toString())
                    .collect(Collectors.joining("."));
            String types = method.getParameters().stream()
                    .map(parameter -> parameter.getType().toString())
                    .collect(Collectors.joining(","));
            return packageName() + "." + owner + "#" + method.getName() + "(" + types + ")";
        }

        private String summary() {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            return comment == null ? "" : words(comment.getFirstSentence());
        }

        private static String words(Collection<?> trees) {
            return trees.stream().map(Objects::toString).collect(Collectors.joining()).replaceAll("\\s+", " ");
        }

        private String packageName() {
            return Objects.toString(unit.getPackageName(), "");
        }

        private String file() {
            return Path.of(unit.getSourceFile().getName()).toString();
        }

        private String place(Tree tree) {
            return file() + ":" + line(start(tree));
        }

        private long start(Tree tree) {
            return trees.getSourcePositions().getStartPosition(unit, tree);
        }

        private long end(Tree tree) {
            return trees.getSourcePositions().getEndPosition(unit, tree);
        }

        private int line(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }

        /** How many lines hold code, from one line to another, both counted from 1 and both included. */
        private int codeLines(int from, int to) {
            int count = 0;
            for (int line = from; line <= to; line++) {
                count += code[line] ? 1 : 0;
            }
            return count;
        }
    }

    /**
     * Which lines of a Java file, counted from 1, hold more than blanks and comments. Strings and characters are read
     * as such, so that a comment's mark within one is none.
     */
    private static boolean[] linesOfCode(String text) {
        boolean[] code = new boolean[(int) text.lines().count() + 2];
        int line = 1;
        int at = 0;
        while (at < text.length()) {
            int end = tokenEnd(text, at);
            boolean comment = text.startsWith("//", at) || text.startsWith("/*", at);
            for (; at < end; at++) {
                code[line] |= !comment && !Character.isWhitespace(text.charAt(at));
                line += text.charAt(at) == '\n' ? 1 : 0;
            }
        }
        return code;
    }

    /** Where what begins here ends: a comment, a string, a character, or one letter of anything else. */
    private static int tokenEnd(String text, int at) {
        if (text.startsWith("//", at)) {
            return endOf(text, "\n", at);
        }
        if (text.startsWith("/*", at)) {
            return endOf(text, "*/", at + 2);
        }
        if (text.startsWith("\"\"\"", at)) {
            return quotedEnd(text, "\"\"\"", at + 3);
        }
        if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
            return quotedEnd(text, text.substring(at, at + 1), at + 1);
        }
        return at + 1;
    }

    private static int quotedEnd(String text, String quote, int from) {
        int at = from;
        while (at < text.length() && !text.startsWith(quote, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + quote.length());
    }

    private static int endOf(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private Measure() {}
}
