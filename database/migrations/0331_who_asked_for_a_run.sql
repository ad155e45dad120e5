-- Who asked for long work: whoever begins the same again goes on with their own.
create or replace view run_card as
  select id, kind, subject_kind, subject_id, state, phase, done, total, input, cursor, refusal, asked_at, ended_at, asked_by from run;
