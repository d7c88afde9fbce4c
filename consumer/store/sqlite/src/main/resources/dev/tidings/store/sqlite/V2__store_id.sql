-- Number of this layout; what reads the one before reads this one too.
pragma user_version = 2;

-- Which store this is: by its id a sink sees that the file has become another one, and that two sinks of one name fill
-- two stores.
create table store (id text not null) strict;

insert into store (id) values (lower(hex(randomblob(16))));
