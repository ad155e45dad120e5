-- What people say to each other about a thing of any kind, and the files that they attach.
create table comment (
  id uuid primary key,
  -- The thing: a kind that takes comments, as its module says, and its id.
  subject_kind text not null,
  subject_id uuid not null,
  -- Who reads it: the commission alone, or the partners of the thing as well.
  audience text not null check (audience in ('internal', 'both')),
  text text not null,
  author_id uuid not null references person,
  -- For whom the author spoke.
  office_id uuid references office,
  partner_id uuid references partner,
  created_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  removed_by uuid references person,
  rev integer not null default 0,
  check (partner_id is null or (audience = 'both' and office_id is null))
);
create index comment_subject on comment (subject_kind, subject_id, created_at desc, id desc);
create trigger comment_history after update of text, audience, removed_at or delete on comment for each row execute function keep_revision();

create table comment_mention (
  comment_id uuid not null references comment,
  person_id uuid not null references person,
  primary key (comment_id, person_id)
);

create table comment_file (
  file_id uuid primary key references stored_file,
  comment_id uuid not null references comment,
  seq integer not null,
  -- Of a picture: whether its small and its larger copy are made, and how large the small one is shown.
  preview text not null default 'none' check (preview in ('none', 'waiting', 'ready', 'failed')),
  small_id uuid references stored_file,
  large_id uuid references stored_file,
  width integer,
  height integer,
  unique (comment_id, seq),
  check ((preview = 'ready') = (small_id is not null)),
  check ((small_id is null) = (large_id is null) and (small_id is null) = (width is null) and (width is null) = (height is null))
);
create index comment_file_small on comment_file (small_id) where small_id is not null;
create index comment_file_large on comment_file (large_id) where large_id is not null;
