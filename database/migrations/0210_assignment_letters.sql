-- What was written to whom about which form on which day in Jakarta: the ledger that the rules of letters ask. Their inbox has one line for
-- all forms of a cycle that a day tells of.
create table assignment_letter (
  assignment_id uuid not null references assignment,
  person_id uuid not null references person,
  kind text not null check (kind in ('invitation', 'before_21', 'before_14', 'before_7', 'overdue', 'reminder')),
  day date not null,
  at timestamptz not null,
  primary key (assignment_id, person_id, kind, day)
);
create index assignment_letter_person on assignment_letter (person_id, day);

insert into assignment_letter (assignment_id, person_id, kind, day, at)
select n.subject_id, n.person_id, n.params ->> 'letter', (n.created_at at time zone 'Asia/Jakarta')::date, max(n.created_at)
from notice n join assignment t on t.id = n.subject_id
where n.subject_kind = 'assignment' and n.kind in ('evaluation.invitation', 'evaluation.due')
group by 1, 2, 3, 4;

-- The lines of one person, cycle and day become one. It is read when all of them were, and waits for the summary when one of them did.
insert into notice (id, person_id, kind, key, subject_kind, subject_id, params, mail, mailed_at, read_at, created_at)
select gen_random_uuid(), s.person_id, s.kind, s.cycle_id || ' ' || s.day, 'cycle', s.cycle_id,
  jsonb_build_object('cycle', c.name, 'forms', s.forms, 'dueOn', s.due, 'only', case s.forms when 1 then jsonb_build_object('id', s.id, 'agreement', s.agreement) end),
  s.mail, case when not s.waits then s.mailed_at end, case when not s.is_new then s.read_at end, s.at
from (
  select n.person_id, n.kind, t.cycle_id, (n.created_at at time zone 'Asia/Jakarta')::date as day, count(distinct t.id) as forms,
    min(n.params ->> 'dueOn') as due, min(t.id::text) as id, min(n.params ->> 'agreement') as agreement,
    case when bool_or(n.mail = 'digest' and n.mailed_at is null) then 'digest' else (array_agg(n.mail order by n.created_at desc, n.id desc))[1] end as mail,
    bool_or(n.mail = 'digest' and n.mailed_at is null) as waits, max(n.mailed_at) as mailed_at, bool_or(n.read_at is null) as is_new,
    max(n.read_at) as read_at, max(n.created_at) as at
  from notice n join assignment t on t.id = n.subject_id
  where n.subject_kind = 'assignment' and n.kind in ('evaluation.invitation', 'evaluation.due')
  group by 1, 2, 3, 4
) s join cycle c on c.id = s.cycle_id;

delete from notice where subject_kind = 'assignment' and kind in ('evaluation.invitation', 'evaluation.due');

-- Nobody but the inbox reads what a notice is about.
drop view notice_card;
create view notice_card as select id, person_id, kind, read_at, created_at from notice;
