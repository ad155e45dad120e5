create table agreement (
  id uuid primary key,
  kind text not null check (kind in ('mou', 'pks', 'addendum')),
  title text not null,
  parent_id uuid references agreement check (parent_id <> id),
  office_id uuid not null references office,
  stage text not null check (stage in ('draft', 'negotiation', 'awaiting_signature', 'signed')),
  signed_on date,
  starts_on date,
  ends_on date,
  place text,
  openness text not null default 'public' check (openness in ('public', 'on_request', 'excluded')),
  exclusion_reason text,
  renewal_since date,
  ended_on date,
  ended_how text check (ended_how in ('terminated', 'completed')),
  ended_reason text,
  source_at timestamptz,
  created_by uuid references person,
  created_at timestamptz not null,
  -- Counts the changes, so that two people who edit at once notice each other.
  rev integer not null default 0,
  -- What lists need, kept by refresh_agreements(): never written by hand.
  reach ltree[] not null default '{}',
  -- All that a list asks for by equality, in one index: paths of the offices and of those above them, `@path` of the offices themselves,
  -- ids of the partners, `class.…`, `kind.…`, `openness.…`.
  facets text[] not null default '{}',
  partner_ids uuid[] not null default '{}',
  partner_classes text[] not null default '{}',
  partner_names text not null default '',
  kpu_number text,
  year integer,
  search_text text not null default '',
  search tsvector generated always as (searchable(regexp_replace(search_text, '[^[:alnum:]]+', ' ', 'g'))) stored,
  check ((openness = 'excluded') = (exclusion_reason is not null)),
  check ((ended_how is null) = (ended_on is null)),
  check (ends_on >= starts_on)
);
create index agreement_facets on agreement using gin (facets);
create index agreement_search on agreement using gin (search);
create index agreement_parent on agreement (parent_id);
create index agreement_office on agreement (office_id);

-- Numbers in the order in which people count: 9/… before 10/…; without a number last.
create function number_key(number text) returns text language sql immutable parallel safe as $$
  select coalesce(lpad(substring(number from '^\d{1,8}'), 8, '0'), '') || coalesce(lower(number), '~')
$$;
-- One index for each order of a list: its key and the id, then what a status is told by, so that rows of another status are passed over
-- without being fetched.
create index agreement_signed on agreement (coalesce(signed_on, starts_on, '0001-01-01'::date), id, stage, coalesce(ends_on, '9999-12-31'::date), coalesce(ended_on, '9999-12-31'::date));
create index agreement_ends on agreement (coalesce(ends_on, '9999-12-31'::date), id, stage, coalesce(ended_on, '9999-12-31'::date), coalesce(signed_on, starts_on, '0001-01-01'::date));
create index agreement_title on agreement ((lower(title) collate "C"), id, stage, coalesce(ends_on, '9999-12-31'::date), coalesce(ended_on, '9999-12-31'::date), coalesce(signed_on, starts_on, '0001-01-01'::date));
create index agreement_number on agreement ((number_key(kpu_number) collate "C"), id, stage, coalesce(ends_on, '9999-12-31'::date), coalesce(ended_on, '9999-12-31'::date), coalesce(signed_on, starts_on, '0001-01-01'::date));
-- The rare ones.
create index agreement_stage on agreement (stage) where stage <> 'signed';
create index agreement_renewal on agreement (renewal_since) where renewal_since is not null;
create index agreement_ended on agreement (ended_how) where ended_how is not null;
create trigger agreement_history after update of kind, title, parent_id, office_id, stage, signed_on, starts_on, ends_on, place, openness, exclusion_reason, renewal_since, ended_on, ended_how, ended_reason or delete
  on agreement for each row execute function keep_revision();

create table agreement_party (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  seq integer not null,
  side text not null check (side in ('kpu', 'partner')),
  office_id uuid references office,
  partner_id uuid references partner,
  number text,
  signatory text,
  signatory_position text,
  authority text,
  unique (agreement_id, seq),
  check ((side = 'kpu') = (office_id is not null)),
  check ((side = 'partner') = (partner_id is not null))
);
create index agreement_party_office on agreement_party (office_id);
create index agreement_party_partner on agreement_party (partner_id);
create index agreement_party_number on agreement_party (lower(number));
create trigger agreement_party_history after update or delete on agreement_party for each row execute function keep_revision();

create table agreement_scope (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  seq integer not null,
  text text not null,
  unique (agreement_id, seq)
);
create trigger agreement_scope_history after update or delete on agreement_scope for each row execute function keep_revision();

create table obligation (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  seq integer not null,
  article text,
  side text not null check (side in ('kpu', 'partner', 'both')),
  text text not null,
  indicator text,
  target text,
  due_on date,
  removed_at timestamptz,
  unique (agreement_id, seq)
);
create trigger obligation_history after update or delete on obligation for each row execute function keep_revision();

create table agreement_document (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  file_id uuid not null references stored_file,
  label text not null,
  added_by uuid references person,
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references person
);
create index agreement_document_agreement on agreement_document (agreement_id);
create trigger agreement_document_history after update or delete on agreement_document for each row execute function keep_revision();

create table agreement_event (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  kind text not null check (kind in ('created', 'negotiation', 'awaiting_signature', 'signed', 'renewal_started', 'renewed', 'terminated', 'completed', 'imported')),
  happened_on date not null,
  note text,
  by uuid references person,
  at timestamptz not null
);
create index agreement_event_agreement on agreement_event (agreement_id, at);
create trigger agreement_event_is_append_only before update or delete on agreement_event for each statement execute function refuse_change();

-- Status follows from stage, dates and events. The same rule stands in src/modules/agreements/rules.ts; a test holds them equal.
create function agreement_status(stage text, starts_on date, ends_on date, renewal_since date, ended_how text, ended_on date, today date) returns text language sql immutable parallel safe as $$
  select case
    when ended_how is not null and ended_on <= today then ended_how
    when stage <> 'signed' then stage
    when ends_on < today and renewal_since is not null then 'in_renewal'
    when ends_on < today then 'expired'
    when renewal_since is not null then 'in_renewal'
    when starts_on > today then 'awaiting_start'
    when ends_on <= today + 90 then 'expiring'
    else 'active'
  end
$$;

-- Every word of letters that stands in some agreement, to tell a misspelt one by. Whose agreement it stands in is not kept.
create table search_word (
  word text primary key
);
create index search_word_similar on search_word using gin (word gin_trgm_ops);

-- Words of a search as beginnings of words (those of one or two characters whole), all of which must be there; numbers are cut at their
-- punctuation on both sides.
create function search_beginnings(words text) returns tsquery language sql immutable parallel safe as $$
  select to_tsquery('indonesian'::regconfig, string_agg(word || case when length(word) > 2 then ':*' else '' end, ' & '))
  from regexp_split_to_table(without_stop_words(words), '[^[:alnum:]]+') word where word <> ''
$$;
-- The same with the nearest word that there is in place of each that there is not.
create function search_nearest(words text) returns tsquery language sql stable parallel safe as $$
  select to_tsquery('indonesian'::regconfig, string_agg(coalesce(near.word, typed) || case when length(typed) > 2 then ':*' else '' end, ' & '))
  from regexp_split_to_table(without_stop_words(words), '[^[:alnum:]]+') typed
  left join lateral (select w.word from search_word w where w.word % typed order by similarity(w.word, typed) desc, w.word limit 1) near
    on not exists (select from search_word known where known.word like typed || '%')
  where typed <> ''
$$;

create function refresh_agreements(ids uuid[]) returns void language sql as $$
  update agreement a set
    reach = coalesce(f.reach, '{}'), partner_ids = coalesce(f.partner_ids, '{}'), partner_classes = coalesce(f.partner_classes, '{}'),
    partner_names = coalesce(f.partner_names, ''), kpu_number = f.kpu_number, year = extract(year from coalesce(a.signed_on, a.starts_on))::integer,
    facets = coalesce(f.places, '{}') || coalesce(f.partner_ids, '{}')::text[] || array(select 'class.' || class from unnest(f.partner_classes) class) || array['kind.' || a.kind, 'openness.' || a.openness],
    search_text = left(concat_ws(' ', a.title, f.partner_names, f.numbers, s.scope), 20000)
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
  ) s on s.agreement_id = f.agreement_id
  where a.id = f.agreement_id;
  -- In one order, so that of two at once one waits for the other and never both.
  insert into search_word
  select distinct word from agreement a, regexp_split_to_table(lower(a.search_text), '[^[:alpha:]]+') word where a.id = any (ids) and length(word) between 4 and 40 order by word
  on conflict do nothing;
$$;

-- A partner under a new name, or in another class, is so in every agreement.
create function partner_renamed() returns trigger language plpgsql as $$
begin
  perform refresh_agreements(array(select agreement_id from agreement_party where partner_id = new.id));
  return null;
end $$;
create trigger partner_renamed after update of name, class on partner for each row when (old.name <> new.name or old.class <> new.class) execute function partner_renamed();
