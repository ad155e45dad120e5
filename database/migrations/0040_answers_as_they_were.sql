-- An answer is given again in the same words: json keeps the order of names, jsonb has its own. And only to whom everything that was
-- within reach when it was given still is.
alter table idempotency_key alter column answer type json using answer::json;
alter table idempotency_key add column reach json;
