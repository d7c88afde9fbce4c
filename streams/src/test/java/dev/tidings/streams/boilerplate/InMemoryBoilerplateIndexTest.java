package dev.tidings.streams.boilerplate;

class InMemoryBoilerplateIndexTest extends BoilerplateIndexLaws {

    private final BoilerplateIndex index = BoilerplateIndex.inMemory();

    @Override
    protected BoilerplateIndex index() {
        return index;
    }
}
