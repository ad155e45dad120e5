-- The letters about forms are in the one ledger; nobody finds them new in their inbox.
insert into notice (id, person_id, kind, key, subject_kind, subject_id, params, mail, mailed_at, read_at, created_at)
select gen_random_uuid(), l.person_id, case l.kind when 'invitation' then 'evaluation.invitation' else 'evaluation.due' end,
  l.assignment_id || ' ' || l.kind || ' ' || l.day, 'assignment', l.assignment_id,
  jsonb_build_object('letter', l.kind, 'agreement', a.title, 'cycle', c.name, 'dueOn', coalesce(t.extended_to, c.due_on)),
  'now', l.at, l.at, l.at
from assignment_letter l join assignment t on t.id = l.assignment_id join cycle c on c.id = t.cycle_id join agreement a on a.id = t.agreement_id
on conflict do nothing;

-- Open cycles remind each morning, from the next on.
insert into timer (id, kind, subject_kind, subject_id, asked_for, due_at, next_at, created_at)
select gen_random_uuid(), 'cycle.remind', 'cycle', id::text, n.due, n.due, n.due, now()
from cycle, lateral (select (greatest(opens_on, ((now() at time zone 'Asia/Jakarta') + interval '17 hours')::date) + time '07:00')
  at time zone 'Asia/Jakarta' as due) n
where opened_at is not null and closed_at is null;

drop table assignment_letter;
