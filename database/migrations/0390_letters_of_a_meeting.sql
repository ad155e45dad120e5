-- The invitation letters of a meeting, made as one long work (docs/decisions/052): a bundle, and each file of it as it was made.
create table letter_bundle (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  run_id uuid not null unique references run,
  created_by uuid references person,
  created_at timestamptz not null
);
create index letter_bundle_meeting on letter_bundle (meeting_id, created_at);

create table letter_bundle_part (
  bundle_id uuid not null references letter_bundle,
  seq integer not null,
  -- How many letters it has; none in the one with the annexes.
  letters integer not null,
  file_id uuid not null references stored_file,
  primary key (bundle_id, seq)
);
create index letter_bundle_part_file on letter_bundle_part (file_id);
