-- What every module stands on: text search, the history of people's words, the audit chain, keys, files, mail.
create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The "indonesian" configuration stems but has no stop words; this takes out the commonest function words first.
-- List: our own choice of particles, prepositions, conjunctions and pronouns.
create function without_stop_words(words text) returns text language sql immutable parallel safe as $$
  select regexp_replace(lower(words),
    '\m(ada|adalah|agar|akan|antara|apabila|atas|atau|bagi|bahwa|beserta|dalam|dan|dapat|dari|dengan|di|guna|hingga|ia|ini|itu|juga|kami|karena|ke|kepada|kita|maka|mereka|namun|oleh|pada|para|pula|saat|saja|sampai|sebagai|secara|sehingga|seluruh|semua|serta|setelah|setiap|suatu|sudah|supaya|telah|tentang|terhadap|tersebut|tetapi|untuk|yaitu|yakni|yang)\M',
    ' ', 'g')
$$;
-- Bound to what they call when they are made: a restored backup computes columns with them while no schema is on the search path.
create function searchable(words text) returns tsvector language sql immutable parallel safe
  return to_tsvector('indonesian'::regconfig, without_stop_words(words));
create function search_query(words text) returns tsquery language sql immutable parallel safe
  return websearch_to_tsquery('indonesian'::regconfig, without_stop_words(words));

-- Every earlier state of a row that holds people's words. Written by trigger, so no operation can forget it.
create table revision (
  id bigint generated always as identity primary key,
  table_name text not null,
  row_id text not null,
  before jsonb not null,
  change text not null check (change in ('update', 'delete')),
  at timestamptz not null default clock_timestamp(),
  transaction xid8 not null default pg_current_xact_id()
);
create index revision_row on revision (table_name, row_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger revision_is_append_only before update or delete or truncate on revision for each statement execute function refuse_change();

create function keep_revision() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(old) = to_jsonb(new) then return null; end if;
  insert into revision (table_name, row_id, before, change)
  values (tg_table_name, coalesce(to_jsonb(old) ->> 'id', tg_argv[0]), to_jsonb(old), lower(tg_op));
  return null;
end $$;

-- The audit trail: one line a change, each sealed with the hash of the line before it.
create table audit_event (
  id bigint primary key,
  at timestamptz not null,
  person_id uuid,
  person_name text not null,
  door text not null check (door in ('page', 'rest', 'command', 'job', 'setup')),
  operation text not null,
  subject_kind text not null,
  subject_id text not null,
  reach ltree[] not null default '{}',
  partner_id uuid,
  changes jsonb not null default '{}',
  transaction xid8 not null default pg_current_xact_id(),
  previous bytea not null,
  hash bytea not null
);
create index audit_event_subject on audit_event (subject_kind, subject_id, id);
create index audit_event_reach on audit_event using gist (reach);
create index audit_event_person on audit_event (person_id, id);
create trigger audit_event_is_append_only before update or delete or truncate on audit_event for each statement execute function refuse_change();

create table audit_head (
  only_one boolean primary key default true check (only_one),
  id bigint not null,
  hash bytea not null
);
insert into audit_head (id, hash) values (0, sha256('sinergi'));

-- What is hashed. Times in UTC and microseconds, so the text is the same on every server.
create function audit_hash(previous bytea, id bigint, at timestamptz, person_id uuid, person_name text, door text, operation text,
  subject_kind text, subject_id text, reach ltree[], partner_id uuid, changes jsonb) returns bytea language sql stable as $$
  select sha256(previous || convert_to(jsonb_build_array(id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), person_id, person_name, door,
    operation, subject_kind, subject_id, reach::text[], partner_id, changes)::text, 'UTF8'))
$$;

-- Appends lines in order. The head row is locked until the transaction ends, so call it as the last thing.
create function append_audit(at timestamptz, person_id uuid, person_name text, door text, operation text, lines jsonb) returns void language plpgsql as $$
declare
  head audit_head;
  line jsonb;
begin
  select * into head from audit_head for update;
  for line in select value from jsonb_array_elements(lines) loop
    declare
      next_id bigint := head.id + 1;
      next_reach ltree[] := array(select jsonb_array_elements_text(line -> 'reach'))::ltree[];
      next_partner uuid := (line ->> 'partnerId')::uuid;
      next_hash bytea := audit_hash(head.hash, next_id, at, person_id, person_name, door, operation, line ->> 'kind', line ->> 'id', next_reach, next_partner, line -> 'changes');
    begin
      insert into audit_event (id, at, person_id, person_name, door, operation, subject_kind, subject_id, reach, partner_id, changes, previous, hash)
      values (next_id, at, person_id, person_name, door, operation, line ->> 'kind', line ->> 'id', next_reach, next_partner, line -> 'changes', head.hash, next_hash);
      head.id := next_id;
      head.hash := next_hash;
    end;
  end loop;
  update audit_head set id = head.id, hash = head.hash;
end $$;

-- Answers already given to a write over REST, by the key that the program sent with it.
create table idempotency_key (
  person_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  operation text not null,
  request_hash text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_key_at on idempotency_key (at);

create table stored_file (
  id uuid primary key,
  name text not null,
  type text not null,
  size bigint not null check (size >= 0),
  sha256 text not null,
  key text not null unique,
  reach ltree[] not null default '{}',
  partner_id uuid,
  created_by uuid,
  created_at timestamptz not null
);
create trigger stored_file_history after update or delete on stored_file for each row execute function keep_revision();

create table mail_message (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  kept_as text,
  failure text
);
create index mail_message_created on mail_message (created_at desc, id desc);

create table setting (
  key text primary key,
  value jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null
);
create trigger setting_history after update or delete on setting for each row execute function keep_revision('setting');
