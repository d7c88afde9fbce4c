package dev.tidings.producer.publish.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.ArticleId;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpillingMapTest {

    private static final int KEYS = 150_000;

    @Test
    void onDiskItIsTheMapThatItIsInMemory() {
        Map<UUID, byte[]> expected = new HashMap<>();
        Random random = new Random(7);
        try (SpillingMap map = new SpillingMap(1_000)) {
            for (int i = 0; i < 3 * KEYS; i++) {
                UUID key = key(random.nextInt(KEYS));
                if (random.nextInt(4) == 0) {
                    assertThat(map.remove(key)).isEqualTo(expected.remove(key) != null);
                } else {
                    byte[] value = new byte[random.nextInt(4)];
                    random.nextBytes(value);
                    map.put(key, value);
                    expected.put(key, value);
                }
            }
            assertThat(map.held()).isZero();
            assertThat(map.size()).isEqualTo(expected.size());
            for (int i = 0; i < KEYS; i++) {
                byte[] value = expected.get(key(i));
                assertThat(map.get(key(i)).orElse(null)).isEqualTo(value);
            }
        }
    }

    @Test
    void fewEntriesStayInMemory() {
        try (SpillingMap map = new SpillingMap(2)) {
            map.put(key(1), new byte[] {1});
            map.put(key(2), new byte[] {2});
            map.put(key(2), new byte[] {3});

            assertThat(map.held()).isEqualTo(2);
            assertThat(map.get(key(2))).contains(new byte[] {3});
            map.put(key(3), new byte[] {4});
            assertThat(map.held()).isZero();
            assertThat(map.get(key(1))).contains(new byte[] {1});
        }
    }

    private static UUID key(int number) {
        return ArticleId.nameBased(ArticleId.NAMESPACE, "news/" + number);
    }
}
