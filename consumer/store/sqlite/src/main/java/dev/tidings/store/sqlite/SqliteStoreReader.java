package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.ArticleRepository;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoryRepository;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.Story;
import java.nio.file.Path;

/** The read side of a SQLite file, also while a sink writes it. */
final class SqliteStoreReader implements StoreReader {

    private final ReadConnection connection;
    private final ArticleRepository articles;
    private final StoryRepository stories;

    private SqliteStoreReader(ReadConnection connection) {
        EventDecoder<ArticleRelation> relations = new EventDecoder<>(connection, ArticleRelation.class);
        this.connection = connection;
        this.articles = new SqliteArticleRepository(connection, relations);
        this.stories = new SqliteStoryRepository(connection, relations, new EventDecoder<>(connection, Story.class));
    }

    /** Opens a file; throws {@link StoreException} when there is none that can be read. */
    static SqliteStoreReader open(Path file) {
        return new SqliteStoreReader(new ReadConnection(SqliteDatabase.openForReading(file)));
    }

    @Override
    public ArticleRepository articles() {
        return articles;
    }

    @Override
    public StoryRepository stories() {
        return stories;
    }

    @Override
    public void close() {
        connection.close();
    }
}
