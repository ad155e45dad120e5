-- Whoever is invited is wanted there as well (docs/decisions/056): how much; null where they only read the meeting, as who declined does.
alter table meeting_reader add column involvement text check (involvement in ('must', 'expected', 'optional'));
update meeting_reader r set involvement = i.involvement from meeting_invitee i
where i.meeting_id = r.meeting_id and i.person_id = r.person_id
  and i.sent_at is not null and i.withdrawn_at is null and i.answer not in ('declined', 'proxy');
update meeting_reader r set involvement = i.involvement from meeting_proxy x join meeting_invitee i on i.id = x.invitee_id
where x.meeting_id = r.meeting_id and x.person_id = r.person_id and x.session_id is null and x.ended_at is null and r.involvement is null;
