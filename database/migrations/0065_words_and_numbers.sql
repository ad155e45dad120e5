-- What people mean by the same word, number and order, the same on every engine: the embedded one carries only the root of ICU and passes
-- over its options, and two versions of ICU would disagree about an index (docs/decisions/031).

-- Lower case, without accents, ligatures apart, apostrophes left out ("Jum'at" is "jumat"), every other sign a space.
-- Bound to what it calls when it is made: a restored backup computes indexes with it while no schema is on the search path.
create function plain_words(words text) returns text language sql immutable strict parallel safe
  return trim(regexp_replace(regexp_replace(lower(
    replace(replace(replace(replace(translate(
      normalize(translate(words, E'\'`´’‘‚‛′ʼʻʹ', ''), NFKD), 'ØøŁłĐđÐðĦħıƏəÆŒÞẞ', 'oollddddhhieeæœþß'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ß', 'ss')
    collate "C"), E'[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]', '', 'g'),
    E'[\u0001-/:-@\\[-`{-\u00bf\u00d7\u00f7\u1680\u2000-\u200a\u2010-\u2029\u202f-\u205f\u3000-\u303f]+', ' ', 'g'));

-- By words, and by numbers in them as people count: "Pasal 2" before "Pasal 10". The beginning decides; an index takes no more.
create function sort_key(words text) returns text language sql immutable strict parallel safe
  return left(regexp_replace(regexp_replace(plain_words(words) collate "C", '([0-9]+)', '000000000000000000\1', 'g'), '[0-9]*([0-9]{18})', '\1', 'g'), 400);

-- Numbers of documents as people compare them: `Nomor : 001 / PR.07-NK/01/2022.` is `1/pr.07-nk/01/2022`. The same rule as `foldNumber`.
create function folded_number(number text) returns text language sql immutable strict parallel safe
  return regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    lower(translate(normalize(number, NFKC), E'‐‑‒–—―−⁄∕\\\u1680\u2028\u2029', '-------///   ') collate "C"),
    E'[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]', '', 'g'), E'^\\s*(nomor|nomer|number|nmr|no)(?![a-z0-9_])[\\s.:]*', ''), E'[\\s\'"`´’‘‚]+', '', 'g'), '^0+(?=[0-9])|[.,;:]+$', '', 'g');
drop index agreement_party_number;
create index agreement_party_number on agreement_party (folded_number(number)) where number is not null;
