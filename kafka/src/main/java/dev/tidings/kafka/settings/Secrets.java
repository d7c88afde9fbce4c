package dev.tidings.kafka.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of the settings nobody may see, and what stands in its place.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class Secrets {

    /** Stands for a secret. */
    public static final String MASK = "****";

    /** A shorter text would be found everywhere. */
    private static final int MIN_LENGTH = 4;

    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "jaas",
            "user.info",
            "credential",
            "private",
            "apikey");
    private static final Pattern KEY_LAST = Pattern.compile("(?:^|[._-])key$");
    /** User and password in an address. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)([^/@\\s]*)@");
    /** An option of a login of JAAS. */
    private static final Pattern OPTION = Pattern.compile("([\\w.]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s;\"']+))");

    private Secrets() {}

    /** Returns whether the value of a setting is a secret, by its name. */
    public static boolean isSecret(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        // What only says where a secret is, or how it is asked for, is none.
        boolean isPlace = Stream.of(".location", ".class", ".url", ".file", ".uri", ".source")
                .anyMatch(name::endsWith);
        return !isPlace
                && (WORDS.stream().anyMatch(name::contains)
                        || KEY_LAST.matcher(name).find());
    }

    /** Returns the value of a setting as it may be shown. */
    public static String maskValue(String key, String text) {
        return isSecret(key) && !text.isBlank() ? MASK : maskAddress(text);
    }

    /** Returns a text in which no address has a user or a password any more. */
    public static String maskAddress(String text) {
        return USER_INFO.matcher(text).replaceAll(MASK + "@");
    }

    /** Returns the texts that must not be seen of a setting: its value or a part of it; none when it is no secret. */
    static List<String> secretTexts(String key, String text) {
        List<String> secrets = new ArrayList<>();
        USER_INFO.matcher(text).results().map(found -> found.group(1)).forEach(userInfo -> {
            secrets.add(userInfo);
            secrets.add(userInfo.substring(userInfo.indexOf(':') + 1));
        });
        if (isSecret(key)) {
            secrets.add(text.strip());
            // Not the name of a user, which may be a word of every sentence.
            OPTION.matcher(text)
                    .results()
                    .filter(option -> isSecret(option.group(1)))
                    .forEach(option -> secrets.add(valueOf(option)));
            if (key.endsWith("user.info")) {
                secrets.add(text.substring(text.indexOf(':') + 1).strip());
            }
        }
        secrets.removeIf(secret -> secret.length() < MIN_LENGTH);
        return secrets;
    }

    private static String valueOf(MatchResult option) {
        return Stream.of(option.group(2), option.group(3), option.group(4))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
