-- What the daily reminder told is in the one ledger, by the day since which it was to be said; nobody finds it new in their inbox.
insert into notice (id, person_id, kind, key, subject_kind, subject_id, params, mail, mailed_at, read_at, created_at)
select gen_random_uuid(), n.owner, 'followup.due', f.id || ' ' || n.since, 'follow_up', f.id,
  jsonb_build_object('number', f.number, 'action', f.action, 'dueOn', f.due_on,
    'stands', case when r.sent_on < f.due_on then 'soon' when r.sent_on = f.due_on then 'today' else 'late' end),
  'now', n.at, n.at, n.at
from follow_up_reminder r join follow_up f on f.id = r.follow_up_id join office o on o.id = f.office_id, lateral (
  select (r.sent_on + time '07:00') at time zone o.zone as at,
    case when r.sent_on < f.due_on then f.due_on - 7 else r.sent_on - (r.sent_on - f.due_on) % 7 end as since,
    coalesce((select e.owner_id from follow_up_event e where e.follow_up_id = f.id and e.owner_id is not null
      and (e.at at time zone o.zone)::date <= r.sent_on order by e.at desc limit 1), f.owner_id) as owner) n
on conflict do nothing;

-- The next reminder of each that waits: now where one was missed, else on the next of its days, today included.
insert into timer (id, kind, subject_kind, subject_id, asked_for, due_at, next_at, created_at)
select gen_random_uuid(), 'followup.remind', 'follow_up', f.id::text, n.due, n.due, n.due, now()
from follow_up f join office o on o.id = f.office_id,
  lateral (select (now() at time zone o.zone)::date as today) t,
  lateral (select case when t.today < f.due_on then f.due_on - 7 else t.today - (t.today - f.due_on) % 7 end as since,
    (select max(sent_on) from follow_up_reminder r where r.follow_up_id = f.id) as reminded,
    (select (max(e.at) at time zone o.zone)::date from follow_up_event e where e.follow_up_id = f.id) as changed) s,
  lateral (select case
    when s.since <= t.today and coalesce(s.reminded < s.since, true) and coalesce(s.changed < s.since, true) then now()
    else (case when f.due_on - 7 >= t.today then f.due_on - 7 when f.due_on >= t.today then f.due_on
      else t.today + (7 - (t.today - f.due_on) % 7) % 7 end + time '04:00') at time zone o.zone end as due) n
where f.state in ('open', 'returned');

drop table follow_up_reminder;
