package dev.tidings.streams.enrich;

import java.util.List;

/** What an enricher found. A closed set with a visitor, so that no finding is forgotten where events are written. */
public sealed interface Finding {

    /** Tells the visitor which finding this is. */
    void accept(Visitor visitor);

    /** Somebody who has a use for every kind of finding. */
    interface Visitor {

        /** Takes counts. */
        void visit(Counts counts);

        /** Takes credits. */
        void visit(Credits credits);
    }

    /**
     * How long the article is.
     *
     * @param words words of title and body
     * @param characters Unicode code points of the body
     * @param sentences sentences of the body
     */
    record Counts(long words, long characters, long sentences) implements Finding {

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /**
     * Whom the article is owed to.
     *
     * @param credits credits in the order found, none twice
     */
    record Credits(List<Credit> credits) implements Finding {

        /** Freezes the credits. */
        public Credits {
            credits = List.copyOf(credits);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }
}
