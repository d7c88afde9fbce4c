package dev.tidings.text.vocabulary.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes the names of people out of a list of addresses: {@code "A. Name" <a@example.org>, b@example.org (B. Name)}. */
final class AddressNames {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,200}@[^\\s@]{1,200}");

    private final List<String> names = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private boolean quoted;
    private boolean angle;
    private int comments;

    private AddressNames() {}

    /**
     * Returns the names, in order; none for an address that has none.
     *
     * @param list value of a header on one line, encoded words not decoded, since a comma may be in one
     */
    static List<String> of(String list) {
        AddressNames parser = new AddressNames();
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            boolean escape = c == '\\' && i + 1 < list.length() && (parser.quoted || parser.comments > 0);
            if (escape) {
                i++;
                parser.append(list.charAt(i));
            } else {
                parser.take(c);
            }
        }
        parser.endAddress();
        return List.copyOf(parser.names);
    }

    private void take(char c) {
        if (comments == 0 && c == '"') {
            quoted = !quoted;
        } else if (quoted) {
            append(c);
        } else if (c == '(' || (c == ')' && comments > 0)) {
            comments += c == '(' ? 1 : -1;
        } else if (comments > 0) {
            append(c);
        } else if (c == '<' || c == '>') {
            angle = c == '<';
        } else if (c == ',' || c == ';') {
            endAddress();
        } else if (c == ':' && !angle) {
            // What stood before it is the name of a group.
            phrase.setLength(0);
        } else {
            append(c);
        }
    }

    private void append(char c) {
        if (comments > 0) {
            comment.append(c);
        } else if (!angle) {
            phrase.append(c);
        }
    }

    private void endAddress() {
        nameOf(phrase).or(() -> nameOf(comment)).ifPresent(names::add);
        phrase.setLength(0);
        comment.setLength(0);
        angle = false;
    }

    /** An address in the place of a name, or beside it, is none. */
    private static Optional<String> nameOf(CharSequence written) {
        String name =
                EncodedWords.decode(SPACES.matcher(written).replaceAll(" ").strip());
        return Optional.of(ADDRESS.matcher(name).replaceAll("").strip()).filter(left -> !left.isEmpty());
    }
}
