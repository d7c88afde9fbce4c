-- Number of this layout; what reads the one before reads this one too.
pragma user_version = 4;

-- Labels by language (a JSON object), what happened to the story last, the stories whose articles it took over by that (a
-- JSON array), and who carries it: sources of its members and of their copies, and how many copies there are. Of a state
-- that was stored before, the sources are those of its members.
alter table story add column labels text not null default '{}';
alter table story add column change text not null default 'UNKNOWN';
alter table story add column previous_ids text not null default '[]';
alter table story add column sources integer not null default 0;
alter table story add column copies integer not null default 0;

update story
set sources = (
    select count(distinct substr(uri, 1, instr(uri, '/')))
    from story_member
    where story_member.story_id = story.story_id
);

-- Copies belong to the story of their original, withheld or not.
drop index relation_by_cluster;
create index relation_by_cluster on relation (cluster) where kind in ('EXACT', 'NEAR', 'CONTAINED');
