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
create index relation_by_cluster on relation (cluster) where suppressed = 1;
