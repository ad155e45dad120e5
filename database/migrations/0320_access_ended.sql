-- When all by which somebody could act as this person was ended last: what was made for them before that and asks nobody to sign in, such
-- as the secret address of a calendar, leads nowhere since.
alter table person add column access_ended_at timestamptz;
create or replace view person_card as select id, name, email, locale, zone, auth_user_id, left_at, phones, rev, access_ended_at from person;
