-- A clean-up looks at a part of the store: how many lay there, how many of them it had come past, and after which one the next goes on.
alter table file_sweep add column stored integer not null default 0 check (stored >= 0);
alter table file_sweep add column passed integer not null default 0 check (passed >= 0);
alter table file_sweep add column reached text;
update file_sweep set stored = looked, passed = looked;
alter table file_sweep alter column stored drop default, alter column passed drop default;
