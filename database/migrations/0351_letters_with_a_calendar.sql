-- A letter that says when something takes place has it for the calendar too, as an iCalendar object.
alter table mail_message add column calendar text;
