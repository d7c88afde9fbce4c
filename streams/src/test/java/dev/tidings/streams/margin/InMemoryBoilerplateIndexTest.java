package dev.tidings.streams.margin;

class InMemoryBoilerplateIndexTest extends BoilerplateIndexLaws {

    private final MarginMemory index = MarginMemory.inMemory();

    @Override
    protected MarginMemory index() {
        return index;
    }
}
