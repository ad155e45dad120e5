-- Languages that were added to the two that Sinergi was written in, with what translators say in each: by the key of a message its text, and
-- the Indonesian one that it was made from.
create table language (
  id uuid primary key,
  tag text not null unique check (tag ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and tag not in ('id', 'en')),
  name text not null,
  messages jsonb not null default '{}',
  changed_at timestamptz not null,
  rev integer not null default 0
);
create trigger language_history after update or delete on language for each row execute function keep_revision();

-- Which languages there are is no longer known to the database alone.
alter table person drop constraint person_locale_check;
alter table person add constraint person_locale_check check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
alter table report drop constraint report_locale_check;
alter table report add constraint report_locale_check check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
