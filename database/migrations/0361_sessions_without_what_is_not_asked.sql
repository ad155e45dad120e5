-- What the view of sessions joins is left out where it is not asked for.
create or replace view meeting_session_card as
  select s.session_id as id, s.meeting_id, s.title, s.room, s.starts_at, s.ends_at, n.kind, n.class
  from meeting_slot s left join meeting_session n on n.id = s.session_id;
