-- When it was written on the device that sent it, where its clock can be believed: beside the time at which it came, for people to read.
alter table answer add column captured_at timestamptz check (captured_at <= at);
alter table answer_unchosen add column captured_at timestamptz check (captured_at <= at);
alter table assignment_event add column captured_at timestamptz check (captured_at is null or captured_at <= at and kind = 'submitted');
