-- Cycles that are open already close as those that are opened from now on: at the end of their last day in Jakarta.
insert into timer (id, kind, subject_kind, subject_id, asked_for, due_at, next_at, created_at)
select gen_random_uuid(), 'cycle.close', 'cycle', id::text, n.due, n.due, n.due, now()
from cycle, lateral (select (closes_on + 1)::timestamp at time zone 'Asia/Jakarta' as due) n
where opened_at is not null and closed_at is null;
