-- The newest time step whose code has opened this account: no code of it or of an earlier one opens it again.
alter table auth_two_factor add column last_step integer;
