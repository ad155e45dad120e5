create table finding (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('obstacle', 'suggestion', 'criticism', 'solution')),
  category text check (category in ('budget', 'coordination', 'people', 'regulation', 'data', 'schedule', 'documents', 'other')),
  text text not null,
  office_id uuid not null references office,
  partner_id uuid references partner,
  agreement_id uuid references agreement,
  obligation_id uuid references obligation,
  side text check (side in ('kpu', 'partner')),
  source_kind text not null check (source_kind in ('evaluation', 'manual')),
  source_id uuid,
  source_key text,
  -- The cycle that the source belongs to, and the question as it was asked, in both languages.
  cycle_id uuid,
  question jsonb,
  dismissed_at timestamptz,
  dismissed_by uuid references person,
  dismissed_reason text,
  created_by uuid references person,
  created_at timestamptz not null,
  unique (source_kind, source_id, source_key)
);
create index finding_office on finding (office_id, created_at desc, id desc);
create index finding_agreement on finding (agreement_id);
create index finding_cycle on finding (cycle_id);
create index finding_words on finding using gin (text gin_trgm_ops);
create index finding_created on finding (created_at desc, id desc);
create trigger finding_history after update or delete on finding for each row execute function keep_revision();

create table finding_follow_up (
  finding_id uuid not null references finding,
  follow_up_id uuid not null references follow_up,
  primary key (finding_id, follow_up_id)
);
create index finding_follow_up_follow_up on finding_follow_up (follow_up_id);
