-- Number of this layout; what reads the one before reads this one too.
pragma user_version = 3;

-- What an article tells that its cluster had not told before. Lists are JSON arrays with the keys of the Avro schema.
alter table relation add column change text not null default '[]';
alter table relation add column new_share real;
alter table relation add column new_sentences text not null default '[]';
alter table relation add column numbers_before text not null default '[]';
alter table relation add column numbers_after text not null default '[]';
alter table relation add column names_before text not null default '[]';
alter table relation add column names_after text not null default '[]';
