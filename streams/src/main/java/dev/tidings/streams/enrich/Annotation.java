package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.date.FoundDate;
import dev.tidings.streams.enrich.date.FoundDates;
import dev.tidings.streams.enrich.keyword.ScoredKeyword;
import dev.tidings.streams.enrich.name.FoundNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An annotation of an article by an enricher. A closed set with a visitor, so that no kind is forgotten where events
 * are written.
 */
public sealed interface Annotation {

    /** Calls the visitor's method for this kind of annotation. */
    void accept(Visitor visitor);

    /** Returns codes of what was unusual and survived; none for most. */
    default List<String> flags() {
        return List.of();
    }

    /** Handles every kind of annotation. */
    interface Visitor {

        /** Handles counts. */
        void visit(Counts counts);

        /** Handles credits. */
        void visit(Credits credits);

        /** Handles dates. */
        void visit(Dates dates);

        /** Handles names. */
        void visit(Names names);

        /** Handles keywords. */
        void visit(Keywords keywords);

        /** Handles a summary. */
        void visit(Summary summary);
    }

    /**
     * The length of the article.
     *
     * @param words words of title and body
     * @param characters Unicode code points of the body
     * @param sentences sentences of the body
     * @param readingTime time to read title and body
     */
    record Counts(long words, long characters, long sentences, Duration readingTime) implements Annotation {

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /**
     * The credits of the article.
     *
     * @param credits credits in the order found, none twice
     */
    record Credits(List<Credit> credits) implements Annotation {

        /** Freezes the credits. */
        public Credits {
            credits = List.copyOf(credits);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /**
     * The date of publication, and the dates the article speaks of.
     *
     * @param published the date of publication as the article states it; its surface is the whole line
     * @param dates the dates of title, body and captions
     */
    record Dates(Optional<FoundDate> published, FoundDates dates) implements Annotation {

        @Override
        public List<String> flags() {
            return dates.flags();
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /**
     * The people, organisations and places the article names.
     *
     * @param names the names of title, body and captions
     */
    record Names(FoundNames names) implements Annotation {

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /**
     * The keywords of the article.
     *
     * @param scoredKeywords the most important first
     */
    record Keywords(List<ScoredKeyword> scoredKeywords) implements Annotation {

        /** Freezes the keywords. */
        public Keywords {
            scoredKeywords = List.copyOf(scoredKeywords);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }

    /**
     * The summary of the article.
     *
     * @param sentences at most two sentences of the body, verbatim, in its order
     */
    record Summary(List<String> sentences) implements Annotation {

        /** Freezes the sentences. */
        public Summary {
            sentences = List.copyOf(sentences);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.visit(this);
        }
    }
}
