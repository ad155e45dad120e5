-- Coordination meetings (docs/decisions/044): what they are, when and where, what they are for, and what became of each objective.

-- Kinds of meetings are data: an office of another commission has others.
create table meeting_kind (
  id uuid primary key,
  names jsonb not null,
  rank integer not null
);
insert into meeting_kind (id, names, rank) values
  ('9c2d3ef4-2a45-85f4-a2f4-42a68ba4acd8', '{"id": "Rapat koordinasi nasional", "en": "National coordination meeting"}', 10),
  ('8be81c0f-2514-801a-a0b4-208d869f2694', '{"id": "Rapat koordinasi", "en": "Coordination meeting"}', 20),
  ('f7b75d97-6be6-8a4f-ab69-1b4211b0d847', '{"id": "Rapat monitoring dan evaluasi", "en": "Monitoring and evaluation meeting"}', 30),
  ('2abd7ed6-ba27-8db5-abcf-c8947aaed755', '{"id": "Rapat pleno", "en": "Plenary meeting"}', 40),
  ('1b1ca3b9-6e8a-8382-ad37-c24196df7475', '{"id": "Rapat berbagi pengalaman", "en": "Sharing meeting"}', 50),
  ('b17abaac-1a0c-8a26-acfc-833ba4abe825', '{"id": "Bimbingan teknis", "en": "Technical training"}', 60),
  ('3f81ac51-3c35-8501-a613-37a12882bb86', '{"id": "Diskusi kelompok terpumpun", "en": "Focus group discussion"}', 70),
  ('4d75162d-c1eb-867c-abeb-248e3e77c9f2', '{"id": "Konsolidasi forum lokal", "en": "Local forum meeting"}', 80),
  ('c32b7ddd-eed6-8f89-aae3-64ba2365eeb6', '{"id": "Rapat lainnya", "en": "Other meeting"}', 90);

create table meeting (
  id uuid primary key,
  number text not null unique,
  kind_id uuid not null references meeting_kind,
  title text not null,
  theme text,
  office_id uuid not null references office,
  unit text,
  mode text not null check (mode in ('onsite', 'online', 'hybrid')),
  place text,
  link text,
  legal_basis text,
  starts_at timestamptz not null,
  -- Absent where nobody said how long it takes: that is told, and never guessed.
  ends_at timestamptz check (ends_at > starts_at),
  state text not null check (state in ('planned', 'invited', 'running', 'ended', 'reported', 'cancelled')),
  copied_from uuid references meeting,
  created_by uuid references person,
  created_at timestamptz not null,
  search tsvector generated always as (searchable(plain_words(number || ' ' || title || ' ' || coalesce(theme, '') || ' ' || coalesce(place, '')))) stored,
  rev integer not null default 0,
  check (mode = 'online' or place is not null)
);
create index meeting_office on meeting (office_id, starts_at desc, id desc);
create index meeting_starts on meeting (starts_at desc, id desc);
create index meeting_search on meeting using gin (search);
create index meeting_words on meeting using gin (plain_words(title) gin_trgm_ops);
create trigger meeting_history after update or delete on meeting for each row execute function keep_revision();
create trigger meeting_new_words after insert on meeting referencing new table as fresh for each statement execute function note_words('title', 'theme', 'place');
create trigger meeting_changed_words after update on meeting referencing new table as fresh for each statement execute function note_words('title', 'theme', 'place');

-- What it is for; whether that was reached is said when it has ended.
create table meeting_objective (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  seq integer not null,
  text text not null,
  reached boolean,
  outcome text
);
create index meeting_objective_meeting on meeting_objective (meeting_id, seq);
create trigger meeting_objective_history after update or delete on meeting_objective for each row execute function keep_revision();

create table meeting_event (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  kind text not null check (kind in ('planned', 'invited', 'started', 'ended', 'reported', 'cancelled', 'restored')),
  note text,
  by uuid references person,
  at timestamptz not null
);
create index meeting_event_meeting on meeting_event (meeting_id, at);
create trigger meeting_event_history after update or delete on meeting_event for each row execute function keep_revision();

create view meeting_card as select id, number, title, office_id, state, starts_at, ends_at from meeting;
