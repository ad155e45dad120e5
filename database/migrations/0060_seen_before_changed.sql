-- Counts the changes of what two people can change at once, so that nobody overwrites what they have not seen.
alter table obligation add column rev integer not null default 0;
alter table position add column rev integer not null default 0;
alter table follow_up add column rev integer not null default 0;
