package dev.tidings.producer.publish.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.producer.source.SourceRoot;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.LedgerOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void theNewestEntryOfAnInputCounts() {
        ledger.put(entry("news/a.txt", 1, "/news"));
        ledger.put(entry("news/a.txt", 2, "/news"));

        assertThat(ledger.findRecord("news/a.txt")).map(LedgerRecord::revision).contains(2L);
        assertThat(ledger.findRecord("news/b.txt")).isEmpty();
    }

    @Test
    void aRemovedEntryIsForgotten() {
        ledger.put(entry("news/a.txt", 1, "/news"));
        ledger.remove("news/a.txt");
        assertThat(ledger.findRecord("news/a.txt")).isEmpty();
    }

    @Test
    void aRootBelongsToTheFolderThatLastWroteIt() {
        assertThatCode(() -> ledger.checkBelongsTo(new SourceRoot("news", Path.of("/news"))))
                .doesNotThrowAnyException();
        ledger.put(entry("news/a.txt", 1, "/old/news"));
        ledger.put(entry("news/b.txt", 1, "/new/news"));

        assertThatCode(() -> ledger.checkBelongsTo(new SourceRoot("news", Path.of("/new/news"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ledger.checkBelongsTo(new SourceRoot("news", Path.of("/old/news"))))
                .isInstanceOf(SettingsException.class)
                .hasMessage("source name 'news' belongs to /new/news, not to /old/news; if the folder has moved give "
                        + "--source news, otherwise --source with another name");
    }

    private static LedgerEntry entry(String uri, long revision, String realRoot) {
        return LedgerEntry.newBuilder()
                .setUri(uri)
                .setRevision(revision)
                .setRealRoot(realRoot)
                .setOutcome(LedgerOutcome.PUBLISHED)
                .build();
    }
}
