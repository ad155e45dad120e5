-- Search over everything (docs/decisions/037). What can be found of a thing stands in its own row, kept in the transaction of the change.

-- What a side promised is found by those who may read the agreement: never by the public register, which has columns of its own.
alter table agreement add column obligation_text text not null default '';
update agreement a set obligation_text = left(b.words, 20000) from (
  select agreement_id, string_agg(concat_ws(' ', article, text, indicator, target), ' ' order by seq) as words from obligation where removed_at is null group by agreement_id
) b where b.agreement_id = a.id;
drop index agreement_search;
alter table agreement drop column search;
-- What stands in the title counts for more.
alter table agreement add column search tsvector
  generated always as (setweight(searchable(plain_words(title)), 'A') || searchable(plain_words(search_text || ' ' || obligation_text))) stored;
create index agreement_search on agreement using gin (search);

-- As it was, and the obligations.
create or replace function refresh_agreements(ids uuid[]) returns void language plpgsql as $$
begin
  -- The agreements first, in one order: what follows then reads what those who held them left behind. An update that itself waits would write
  -- what it had read before it waited.
  perform id from agreement where id = any (ids) order by id for update;
  update agreement a set
    reach = coalesce(f.reach, '{}'), partner_ids = coalesce(f.partner_ids, '{}'), partner_classes = coalesce(f.partner_classes, '{}'),
    partner_names = coalesce(f.partner_names, ''), kpu_number = f.kpu_number, numbers = coalesce(f.numbers, ''), year = extract(year from coalesce(a.signed_on, a.starts_on))::integer,
    facets = coalesce(f.places, '{}') || coalesce(f.partner_ids, '{}')::text[] || array(select 'class.' || class from unnest(f.partner_classes) class) || array['kind.' || a.kind, 'openness.' || a.openness],
    search_text = left(concat_ws(' ', a.title, f.partner_names, f.numbers, s.scope), 20000), obligation_text = left(coalesce(b.words, ''), 20000)
  from (
    select p.agreement_id,
      array_agg(distinct o.path) filter (where o.path is not null) as reach,
      array_agg(distinct p.partner_id) filter (where p.partner_id is not null) as partner_ids,
      array_agg(distinct q.class) filter (where q.class is not null) as partner_classes,
      string_agg(q.name, ', ' order by p.seq) as partner_names,
      (array_agg(p.number order by p.seq) filter (where p.side = 'kpu' and p.number is not null))[1] as kpu_number,
      string_agg(p.number, ' ' order by p.seq) as numbers,
      (select array_agg(distinct place) from agreement_party own join office at on at.id = own.office_id
        cross join lateral (select '@' || at.path::text as place union all select subpath(at.path, 0, length)::text from generate_series(1, nlevel(at.path)) length) places
        where own.agreement_id = p.agreement_id) as places
    from agreement_party p left join office o on o.id = p.office_id left join partner q on q.id = p.partner_id
    where p.agreement_id = any (ids) group by p.agreement_id
  ) f left join (
    select agreement_id, string_agg(text, ' ' order by seq) as scope from agreement_scope where agreement_id = any (ids) group by agreement_id
  ) s on s.agreement_id = f.agreement_id left join (
    select agreement_id, string_agg(concat_ws(' ', article, text, indicator, target), ' ' order by seq) as words
    from obligation where agreement_id = any (ids) and removed_at is null group by agreement_id
  ) b on b.agreement_id = f.agreement_id
  where a.id = f.agreement_id;
  -- In one order, so that of two at once one waits for the other and never both.
  insert into search_word
  select distinct word from agreement a, regexp_split_to_table(plain_words(a.search_text || ' ' || a.obligation_text), '[^[:alpha:]]+') word where a.id = any (ids) and length(word) between 4 and 40 order by word
  on conflict do nothing;
end $$;
insert into search_word
select distinct word from agreement a, regexp_split_to_table(plain_words(a.obligation_text), '[^[:alpha:]]+') word where length(word) between 4 and 40 order by word
on conflict do nothing;

alter table finding add column search tsvector generated always as (searchable(plain_words(number || ' ' || text))) stored;
create index finding_search on finding using gin (search);
alter table follow_up add column search tsvector generated always as (searchable(plain_words(number || ' ' || action || ' ' || coalesce(detail, '')))) stored;
create index follow_up_search on follow_up using gin (search);
create index partner_contact_name on partner_contact using gin (plain_words(name) gin_trgm_ops);
create index agreement_document_label on agreement_document using gin (plain_words(label) gin_trgm_ops);
create index agreement_document_file on agreement_document (file_id);
create index follow_up_evidence_file on follow_up_evidence (file_id);

-- What is computed from a row is no part of what it was before.
create or replace function keep_revision() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(old) = to_jsonb(new) then return null; end if;
  insert into revision (table_name, row_id, before, change)
  values (tg_table_name, coalesce(to_jsonb(old) ->> 'id', tg_argv[0]), to_jsonb(old) - '{search,public_search}'::text[], lower(tg_op));
  return null;
end $$;

-- The text of a stored file, as far as it can be read: derived, and made anew by `sinergi search rebuild`. A file that is being read has its
-- row before the reading begins, so that one which ends the process is not read for ever.
create table file_text (
  file_id uuid primary key references stored_file,
  state text not null check (state in ('reading', 'read', 'cut', 'unreadable')),
  name text not null,
  text text not null default '',
  words tsvector generated always as (searchable(plain_words(name || ' ' || text))) stored,
  tries integer not null default 1,
  at timestamptz not null
);
create index file_text_words on file_text using gin (words);
create index file_text_unread on file_text (state) where state in ('reading', 'unreadable');
create view file_text_card as select file_id, state, text, words from file_text;

-- Words that stand somewhere, to tell a misspelt one by; whose they are is not kept, and nobody is shown them. A word that two bring at once may
-- stand here twice: waiting for each other in two orders would undo one of the changes.
create table known_word (
  word text not null
);
create index known_word_word on known_word (word);
create index known_word_similar on known_word using gin (word gin_trgm_ops);
create view search_word_card as select word from search_word;

-- Notes the words of some columns of the rows that a statement brought.
create function note_words() returns trigger language plpgsql as $$
begin
  insert into known_word
  select distinct word from fresh f, unnest(tg_argv) col, regexp_split_to_table(plain_words(to_jsonb(f) ->> col), '[^[:alpha:]]+') word
  where length(word) between 4 and 40 and not exists (select from known_word k where k.word = word);
  return null;
end $$;
create trigger finding_new_words after insert on finding referencing new table as fresh for each statement execute function note_words('text');
create trigger finding_changed_words after update on finding referencing new table as fresh for each statement execute function note_words('text');
create trigger follow_up_new_words after insert on follow_up referencing new table as fresh for each statement execute function note_words('action', 'detail');
create trigger follow_up_changed_words after update on follow_up referencing new table as fresh for each statement execute function note_words('action', 'detail');
create trigger partner_new_words after insert on partner referencing new table as fresh for each statement execute function note_words('name', 'address');
create trigger partner_changed_words after update on partner referencing new table as fresh for each statement execute function note_words('name', 'address');
create trigger partner_contact_new_words after insert on partner_contact referencing new table as fresh for each statement execute function note_words('name', 'position');
create trigger partner_contact_changed_words after update on partner_contact referencing new table as fresh for each statement execute function note_words('name', 'position');
create trigger office_new_words after insert on office referencing new table as fresh for each statement execute function note_words('name');
create trigger office_changed_words after update on office referencing new table as fresh for each statement execute function note_words('name');
create trigger person_new_words after insert on person referencing new table as fresh for each statement execute function note_words('name');
create trigger person_changed_words after update on person referencing new table as fresh for each statement execute function note_words('name');
create trigger cycle_new_words after insert on cycle referencing new table as fresh for each statement execute function note_words('name');
create trigger cycle_changed_words after update on cycle referencing new table as fresh for each statement execute function note_words('name');
create trigger report_new_words after insert on report referencing new table as fresh for each statement execute function note_words('title');
create trigger report_changed_words after update on report referencing new table as fresh for each statement execute function note_words('title');
create trigger agreement_document_new_words after insert on agreement_document referencing new table as fresh for each statement execute function note_words('label');
create trigger agreement_document_changed_words after update on agreement_document referencing new table as fresh for each statement execute function note_words('label');
create trigger file_text_new_words after insert on file_text referencing new table as fresh for each statement execute function note_words('name', 'text');
create trigger file_text_changed_words after update on file_text referencing new table as fresh for each statement execute function note_words('name', 'text');

-- All words anew: of an upgraded database, and of one whose words are to be made again.
create function note_all_words() returns void language sql as $$
  delete from known_word;
  insert into known_word select distinct word from (
    select text as words from finding union all select concat_ws(' ', action, detail) from follow_up union all select concat_ws(' ', name, address) from partner
    union all select concat_ws(' ', name, position) from partner_contact union all select name from office union all select name from person union all select name from cycle
    union all select title from report union all select label from agreement_document union all select name || ' ' || text from file_text
  ) every, regexp_split_to_table(plain_words(every.words), '[^[:alpha:]]+') word where length(word) between 4 and 40;
$$;
select note_all_words();

-- What a person searches for again: a search, or a list as it was filtered.
create table saved_search (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null,
  address text not null check (address like '/%'),
  created_at timestamptz not null,
  rev integer not null default 0,
  unique (person_id, address)
);
create trigger saved_search_history after update or delete on saved_search for each row execute function keep_revision();
