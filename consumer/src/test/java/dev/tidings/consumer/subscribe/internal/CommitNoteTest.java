package dev.tidings.consumer.subscribe.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitNoteTest {

    @Test
    void isReadAsItWasWrittenWhateverIsInIt() {
        CommitNote note =
                new CommitNote(CommitNote.SINK, Map.of("place", "host:/srv/هەواڵ;a=b %/news.db", "store", "12"));

        assertThat(CommitNote.parseNote(note.toMetadata())).isEqualTo(note);
    }

    @Test
    void whatOthersKeepThereSaysNothing() {
        for (String metadata : new String[] {"", ";", "partitions=4", "{\"host\":\"a;b=c\"}", "sinks;store=1"}) {
            assertThat(CommitNote.parseNote(metadata)).isEqualTo(new CommitNote("", Map.of()));
        }
    }

    @Test
    void whatIsBrokenIsPassedOver() {
        assertThat(CommitNote.parseNote("sink;store=%zz;;=x;place"))
                .isEqualTo(new CommitNote("sink", Map.of("store", "%zz")));
    }
}
