package dev.tidings.streams.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.recovery.TopicIdentities.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {

    private static final TopicIdentities CHANGELOGS = changelogs("first");
    private static final TopicIdentities OTHERS = changelogs("second");

    @TempDir
    private Path folder;

    @BeforeEach
    void aTaskHasState() throws IOException {
        Files.createDirectory(folder.resolve("0_1"));
    }

    @Test
    void stateIsForeignToOtherChangelogsThanItWasFilledWith() {
        new LocalState(folder).rememberChangelogs(CHANGELOGS);

        assertThat(new LocalState(folder).isForeignTo(CHANGELOGS)).isFalse();
        assertThat(new LocalState(folder).isForeignTo(OTHERS)).isTrue();
    }

    @Test
    void whatCannotBeNotedIsNotedLaterAndUntilThenTheStateIsForeignToNobody() throws IOException {
        // As on a full disk, nothing can be written under the name that is written first.
        Path inTheWay = Files.createDirectories(folder.resolve("changelogs.new"));
        LocalState state = new LocalState(folder);
        state.rememberChangelogs(CHANGELOGS);
        assertThat(state.isForeignTo(OTHERS)).isFalse();

        Files.delete(inTheWay);
        state.rememberChangelogs(CHANGELOGS);
        assertThat(state.isForeignTo(OTHERS)).isTrue();
    }

    private static TopicIdentities changelogs(String id) {
        return new TopicIdentities(Map.of("tidings-dedup-articles-changelog", new Identity(id, 1)));
    }
}
