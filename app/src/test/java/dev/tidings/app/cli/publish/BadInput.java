package dev.tidings.app.cli.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An input that has broken some program.
 *
 * @param id of the row
 * @param name of its file, or what it is
 * @param outcomes in their order: ACCEPT, FLAG and a flag, or the reason code of what was refused or passed over
 */
record BadInput(String id, String name, Making making, List<String> outcomes) {

    static final String PROSE = "Ministers met in Ankara on Monday and agreed on nothing, officials said. "
            + "They will meet again in the spring, when the weather is better and the roads are open.";
    static final String KURDISH = "بەپێی راگەیێندراوی کۆشکی کرملین، رۆژی چوارشەممە سەرۆکی روسیا لەگەڵ هاوتا "
            + "تورکەکەی کۆدەبێتەوە و باس لە دۆخی ناوچەکە دەکەن.";
    static final String ONE = "{\"id\":\"1\",\"title\":\"One\",\"text\":\"" + PROSE + "\"}";
    static final String ITEM = "<item><guid>1</guid><title>One</title><description>" + PROSE + "</description></item>";

    static final long MAX_ARTICLE_BYTES = 4L * 1024 * 1024;

    /** Makes a bad input in a folder. */
    interface Making {

        void into(Path folder) throws IOException;
    }

    @Override
    public String toString() {
        return id + " " + name;
    }

    static BadInput row(String id, String name, String content, String... outcomes) {
        return bytes(id, name, content.getBytes(UTF_8), outcomes);
    }

    static BadInput bytes(String id, String name, byte[] content, String... outcomes) {
        return made(
                id, name, folder -> Files.write(folder.resolve("b" + name.replaceFirst("^x", "")), content), outcomes);
    }

    static BadInput made(String id, String name, Making making, String... outcomes) {
        return new BadInput(id, name, making, List.of(outcomes));
    }
}
