-- A card opens up to the table behind it: of a seat and of its class there is one each.
drop view meeting_class_seat_card;
create view meeting_class_seat_card as
  select id, class_id, invitee_id, state from meeting_class_seat;
create view meeting_class_card as
  select id, meeting_id, name from meeting_class;
