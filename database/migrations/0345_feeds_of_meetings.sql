-- A subscription to one meeting with its sessions, or to the meetings of one office; without either to what its person has on the calendar.
alter table calendar_feed add column meeting_id uuid references meeting, add column office_id uuid references office;
alter table calendar_feed add constraint calendar_feed_about check (num_nonnulls(meeting_id, office_id) <= 1);
