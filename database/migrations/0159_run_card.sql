-- What others may read of a run, see 0140.
create view run_card as select id, kind, subject_kind, subject_id, state, phase, done, total, input, cursor, refusal, asked_at, ended_at from run;
