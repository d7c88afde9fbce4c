package dev.tidings.streams.duplicate;

class InMemoryDuplicateIndexTest extends DuplicateIndexLaws {

    private final Holders index = Holders.inMemory();

    @Override
    protected Holders index() {
        return index;
    }
}
