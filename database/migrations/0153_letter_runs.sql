-- Letters about a cycle are runs like other long work.
insert into run (id, kind, subject_kind, subject_id, path, asked_by, input, cursor, state, done, total, asked_at, begun_at, ended_at)
select r.id, 'evaluation.letters', 'cycle', r.cycle_id, coalesce(p.path, o.path), r.started_by,
  jsonb_build_object('letter', r.letter, 'province', r.province_id, 'path', p.path::text), jsonb_build_object('last', r.last_assignment, 'letters', r.letters),
  case when r.finished_at is null then 'running' else 'done' end, r.done, r.total, r.started_at, r.started_at, r.finished_at
from invitation_run r join cycle c on c.id = r.cycle_id join office o on o.id = c.office_id left join office p on p.id = r.province_id;
drop table invitation_run;
