package dev.tidings.producer.format.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declarations of namespaces, and language and base, of the elements around an item, which it needs to stand alone. */
final class Namespaces {

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "\\s(xmlns(?::[\\w.-]{1,40})?|xml:lang|xml:base)\\s*=\\s*(\"[^\"]{0,1000}\"|'[^']{0,1000}')");

    private static final int MAX_DECLARATIONS = 60;

    private final Map<String, String> inherited = new LinkedHashMap<>();

    /** Notes what the tag of an element around the items declares. */
    void addTag(String tag) {
        Matcher attributes = ATTRIBUTE.matcher(tag);
        while (attributes.find() && inherited.size() < MAX_DECLARATIONS) {
            inherited.put(attributes.group(1), attributes.group(2));
        }
    }

    /** Returns the element with the declarations that it uses and does not have itself. */
    ByteBuffer declaredIn(ByteBuffer element, String tag, String name) {
        byte[] bytes = new byte[element.remaining()];
        element.duplicate().get(bytes);
        String content = new String(bytes, ISO_8859_1);
        StringBuilder missing = new StringBuilder();
        inherited.forEach((attribute, value) -> {
            if (!tag.contains(attribute + "=") && isUsed(attribute, content)) {
                missing.append(' ').append(attribute).append('=').append(value);
            }
        });
        if (missing.isEmpty()) {
            return ByteBuffer.wrap(bytes);
        }
        ByteArrayOutputStream declared = new ByteArrayOutputStream(bytes.length + missing.length());
        int behindName = 1 + name.length();
        declared.write(bytes, 0, behindName);
        declared.writeBytes(XmlScanner.bytesOf(missing.toString()));
        declared.write(bytes, behindName, bytes.length - behindName);
        return ByteBuffer.wrap(declared.toByteArray());
    }

    /** A declaration that the item does not use may come and go without changing it. */
    private static boolean isUsed(String attribute, String content) {
        if (!attribute.startsWith("xmlns:")) {
            return true;
        }
        String prefix = attribute.substring("xmlns:".length()) + ":";
        return content.contains("<" + prefix) || content.contains(" " + prefix);
    }
}
