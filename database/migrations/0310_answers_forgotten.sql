-- Answers that are still kept, by their age: those of which nothing but the key is left are passed over.
drop index idempotency_key_at;
create index idempotency_key_answered on idempotency_key (at) where answer is not null;
