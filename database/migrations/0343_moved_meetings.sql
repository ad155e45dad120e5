-- What a meeting was before its hour or place changed, and when that was told to those who have a part in it.
alter table meeting_event drop constraint meeting_event_kind_check;
alter table meeting_event add constraint meeting_event_kind_check
  check (kind in ('planned', 'invited', 'moved', 'started', 'ended', 'reported', 'cancelled', 'restored'));
alter table meeting_event add column was jsonb, add column became jsonb, add column told_at timestamptz;
alter table meeting_event add constraint meeting_event_moved check ((kind = 'moved') = (was is not null) and (was is null) = (became is null));
