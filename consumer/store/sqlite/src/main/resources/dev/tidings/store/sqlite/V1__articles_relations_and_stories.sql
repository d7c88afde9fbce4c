-- Number of this layout, by which a reader knows it. Every later migration sets it anew.
pragma user_version = 1;

-- The schemas events were written with: with them, the event column can be read without a registry.
create table event_schema (
    id integer primary key,
    definition text not null unique
) strict;

-- Every revision of every article that was published. Columns named *_timestamp are milliseconds since 1970 UTC;
-- lists are JSON arrays with the keys of the Avro schema, verdict_flags apart (separated by commas); event holds the event verbatim (Confluent wire format).
create table article (
    article_id text not null check (article_id <> ''),
    revision integer not null check (revision >= 1),
    source_topic text not null,
    source_partition integer not null,
    source_offset integer not null,
    source_timestamp integer not null,
    decision integer not null,
    verdict text not null,
    cluster text not null,
    evidence text,
    verdict_flags text not null,
    language text not null,
    language_confidence real not null,
    script text not null,
    source text not null,
    uri text not null,
    url text,
    canonical_url text,
    media_type text not null,
    content_sha256 text not null,
    title text,
    published text,
    word_count integer not null,
    flags text not null,
    people text not null,
    organisations text not null,
    places text not null,
    keywords text not null,
    subjects text not null,
    dates text not null,
    blocks text not null,
    body text not null,
    event_schema integer not null references event_schema (id),
    event blob not null,
    unique (article_id, revision, source_topic, source_partition, source_offset)
) strict;

create index article_by_decision on article (decision);
create index article_by_language on article (language, decision);
create index article_by_source on article (source, decision);

-- One row per article: its newest revision, however late an older one came.
create view current_article as
select article.rowid as row_number, article.*
from article
where not exists (
    select 1
    from article newer
    where newer.article_id = article.article_id
      and newer.revision >= article.revision
      and (newer.revision, newer.decision, newer.rowid) > (article.revision, article.decision, article.rowid)
);

-- What articles are to each other. A suppressed copy has no row in article: it is found here alone.
create table relation (
    article_id text not null check (article_id <> ''),
    revision integer not null check (revision >= 1),
    source_topic text not null,
    source_partition integer not null,
    source_offset integer not null,
    source_timestamp integer not null,
    kind text not null,
    related_id text not null,
    related_revision integer not null,
    decision integer not null,
    suppressed integer not null check (suppressed in (0, 1)),
    jaccard real,
    containment real,
    rule text not null,
    algorithm text not null,
    cluster text not null,
    language text not null,
    script text not null,
    source text not null,
    uri text not null,
    url text,
    content_sha256 text not null,
    title text,
    reasons text not null,
    flags text not null,
    event_schema integer not null references event_schema (id),
    event blob not null,
    unique (
        article_id, revision, source_topic, source_partition, source_offset, kind, related_id, related_revision
    )
) strict;

create index relation_by_related on relation (related_id);
create index relation_by_decision on relation (decision) where suppressed = 1;
create index relation_by_cluster on relation (cluster) where suppressed = 1;

-- Where each sink goes on. Written in the same transaction as the rows it accounts for, and only by a writer who
-- knows the value it replaces.
create table sink_offset (
    sink text not null,
    cluster text not null,
    topic text not null,
    partition integer not null,
    topic_id text not null,
    next_offset integer not null check (next_offset >= 0),
    primary key (sink, cluster, topic, partition)
) strict, without rowid;

-- The newest state of every story. Columns named *_timestamp are milliseconds since 1970 UTC; event holds the event verbatim
-- (Confluent wire format), of whose members only the newest are in it: all are in story_member.
create table story (
    story_id text primary key check (story_id <> ''),
    label text not null,
    merged_into text,
    first_timestamp integer not null,
    last_timestamp integer not null,
    evidence text not null,
    algorithm text not null,
    event_schema integer not null references event_schema (id),
    event blob not null
) strict;

create index story_by_last on story (last_timestamp) where merged_into is null;

-- Which story an article belongs to. A suppressed copy has no row: it is where the members of its cluster are.
create table story_member (
    article_id text primary key check (article_id <> ''),
    story_id text not null,
    revision integer not null check (revision >= 1),
    uri text not null,
    title text,
    language text not null,
    script text not null,
    source_timestamp integer not null,
    decision integer not null,
    score real not null,
    nearest_id text,
    evidence text not null
) strict;

create index story_member_by_story on story_member (story_id, decision);
