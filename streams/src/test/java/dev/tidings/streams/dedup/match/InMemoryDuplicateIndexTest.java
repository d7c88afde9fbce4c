package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.DuplicateIndexLaws;

class InMemoryDuplicateIndexTest extends DuplicateIndexLaws {

    private final DuplicateIndex index = DuplicateIndex.inMemory();

    @Override
    protected DuplicateIndex index() {
        return index;
    }
}
