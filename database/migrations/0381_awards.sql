-- Awards of a presenting round (docs/decisions/050): what is marked, by whom, how much jury and audience count, and what decides a tie, all
-- of it fixed before the first mark; marks and votes, of each of which the last counts; the result as it was when it stopped.
create table award (
  round_id uuid primary key references round,
  jury_weight integer not null check (jury_weight between 0 and 100),
  audience_weight integer not null check (audience_weight between 0 and 100),
  tie_rule text not null check (tie_rule in ('shared', 'jury', 'audience', 'criterion')),
  state text not null check (state in ('draft', 'open', 'stopped')),
  opened_at timestamptz check ((opened_at is null) = (state = 'draft')),
  stopped_at timestamptz check ((stopped_at is null) = (state <> 'stopped')),
  result jsonb check ((result is null) = (state <> 'stopped')),
  rev integer not null default 0,
  check (jury_weight + audience_weight > 0)
);

create table award_criterion (
  id uuid primary key,
  round_id uuid not null references award,
  seq integer not null,
  name text not null,
  weight integer not null check (weight between 1 and 100),
  -- What each level means, the lowest first; the first is one point.
  levels jsonb not null
);
create index award_criterion_round on award_criterion (round_id, seq);
create trigger award_criterion_history after update or delete on award_criterion for each row execute function keep_revision();

-- Who marks without having the part `judges` in the session.
create table award_judge (
  round_id uuid not null references award,
  person_id uuid not null references person,
  primary key (round_id, person_id)
);
create index award_judge_person on award_judge (person_id);

-- Only ever added to: of what one person gave one entry the last counts. Without points they abstain. `path` is that of their office then.
create table award_mark (
  id uuid primary key,
  round_id uuid not null references award,
  entry_id uuid not null references round_entry,
  person_id uuid not null references person,
  path ltree,
  points jsonb,
  at timestamptz not null
);
create index award_mark_round on award_mark (round_id, entry_id, person_id, at desc);
create index award_mark_person on award_mark (person_id);

-- Only ever added to: of what an office chose in a stage the last counts. Without an entry it abstains.
create table award_vote (
  id uuid primary key,
  round_id uuid not null references award,
  stage text not null,
  office_id uuid not null references office,
  entry_id uuid references round_entry,
  person_id uuid not null references person,
  at timestamptz not null
);
create index award_vote_round on award_vote (round_id, stage, office_id, at desc);
create index award_vote_person on award_vote (person_id);
