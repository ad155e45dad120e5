-- Words are kept by their stems, so that the beginning of a word ("pertuk" of "pertukaran", kept as "tukar") is no beginning of what is kept.
-- It is looked up among the words that stand somewhere, and each of these is looked for as well.
create index known_word_beginning on known_word (word collate "C");
create index search_word_beginning on search_word (word collate "C");

create function known_beginnings(words text) returns tsquery language sql stable parallel safe as $$
  select to_tsquery('indonesian'::regconfig, string_agg('(' || concat_ws(' | ', t.word || case when length(t.word) > 2 then ':*' else '' end, (
    select string_agg(known.word, ' | ') from (
      (select k.word from known_word k where k.word collate "C" > t.word and k.word collate "C" < t.word || chr(65535) order by k.word collate "C" limit 100)
      union
      (select s.word from search_word s where s.word collate "C" > t.word and s.word collate "C" < t.word || chr(65535) order by s.word collate "C" limit 100)
    ) known where length(t.word) > 2)) || ')', ' & '))
  from regexp_split_to_table(without_stop_words(plain_words(words)), ' +') t(word) where t.word <> ''
$$;
