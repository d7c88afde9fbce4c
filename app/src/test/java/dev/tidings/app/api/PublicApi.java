package dev.tidings.app.api;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The API of all modules: the public types of each package whose {@code package-info} says "Part of the API.", without
 * those that say "Not part of the API", and without methods and constructors that take what is not API. Types are taken
 * from the sources, so generated events are not among them.
 */
final class PublicApi {

    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
    private static final Pattern LINE_OF_COMMENT = Pattern.compile("\\s*\\R\\s*\\*\\s*");
    private static final Pattern TYPE_OF_TIDINGS = Pattern.compile("dev\\.tidings\\.[\\w.$]*\\w");
    private static final String EVENTS = "dev.tidings.schemas.";
    private static final Set<String> METHODS_OF_OBJECT = Set.of("equals", "hashCode", "toString");

    private PublicApi() {}

    /** All types of the API, nested ones too, by name. */
    static List<Class<?>> types(Path root) throws IOException {
        return MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map(module -> root.resolve(module.group(1)).resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(PublicApi::typesBelow)
                .sorted(comparing(Class::getName))
                .toList();
    }

    /** One line for each type, and below it one for each public or protected member, in an order of their own. */
    static List<String> signatures(List<Class<?>> types) {
        return types.stream()
                .flatMap(type -> Stream.concat(Stream.of(typeLine(type)), memberLines(type, types)))
                .toList();
    }

    /** Whether all types of Tidings that a text names are of these or events. */
    static boolean namesOnly(List<Class<?>> types, String text) {
        return TYPE_OF_TIDINGS
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .allMatch(name -> name.startsWith(EVENTS)
                        || types.stream().map(Class::getName).anyMatch(name::equals));
    }

    private static Stream<Class<?>> typesBelow(Path sources) {
        return files(sources)
                .filter(file -> file.endsWith("package-info.java") && says(file, "Part of the API."))
                .flatMap(info ->
                        files(info.getParent()).filter(file -> file.getParent().equals(info.getParent())))
                .filter(file -> !file.endsWith("package-info.java") && !says(file, "Not part of the API"))
                .map(file -> typeOf(sources.relativize(file)))
                .flatMap(PublicApi::visibleTypes);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean says(Path file, String sentence) {
        try {
            return LINE_OF_COMMENT
                    .matcher(Files.readString(file))
                    .replaceAll(" ")
                    .contains(sentence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> typeOf(Path file) {
        String name = file.toString().replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name.substring(0, name.length() - ".java".length()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no class of " + file + " on the class path", e);
        }
    }

    private static Stream<Class<?>> visibleTypes(Class<?> type) {
        return isVisible(type.getModifiers())
                ? Stream.concat(
                        Stream.of(type),
                        Arrays.stream(type.getDeclaredClasses()).flatMap(PublicApi::visibleTypes))
                : Stream.empty();
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String typeLine(Class<?> type) {
        String parameters =
                Arrays.stream(type.getTypeParameters()).map(Type::getTypeName).collect(joining(", "));
        String supertypes = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()).filter(parent -> parent != Object.class),
                        Arrays.stream(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .map(PublicApi::shortened)
                .collect(joining(", "));
        return type.getName() + " = " + kind(type)
                + (parameters.isEmpty() ? "" : "<" + parameters + ">")
                + (supertypes.isEmpty() ? "" : " : " + supertypes);
    }

    private static String kind(Class<?> type) {
        String sealed = type.isSealed() ? "sealed " : "";
        if (type.isInterface()) {
            return sealed + "interface";
        }
        if (type.isRecord() || type.isEnum()) {
            return type.isRecord() ? "record" : "enum";
        }
        String modifiers = Modifier.toString(type.getModifiers() & (Modifier.FINAL | Modifier.ABSTRACT));
        return sealed + (modifiers.isEmpty() ? "" : modifiers + " ") + "class";
    }

    private static Stream<String> memberLines(Class<?> type, List<Class<?>> api) {
        return Stream.<Member[]>of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic())
                .filter(member -> !METHODS_OF_OBJECT.contains(member.getName()))
                .map(PublicApi::memberText)
                .filter(member -> namesOnly(api, parametersOf(member)))
                .map(member -> type.getName() + ": " + member)
                .sorted();
    }

    private static String memberText(Member member) {
        String text = member instanceof Field field ? field.toGenericString() : ((Executable) member).toGenericString();
        return shortened(
                text.replace(member.getDeclaringClass().getName() + ".", "").replace("synchronized ", ""));
    }

    private static String shortened(String text) {
        return text.replaceAll("\\bjava\\.(lang|util|util\\.function|time)\\.(?=[A-Z])", "");
    }

    private static String parametersOf(String member) {
        int open = member.indexOf('(');
        return open < 0 ? "" : member.substring(open);
    }
}
