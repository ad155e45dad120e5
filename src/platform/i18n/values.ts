import type { Localized } from './words.ts'

/** What a message needs, read from its pattern: `Given<'{n, plural, one {# day} other {# days}} until {day, date}'>` is `{ n: number, day: string }`. */
export type Values<S extends string> = Simplify<Text<S, unknown, []>>

/** A message that has a place for something is asked with it; any other is the text itself. */
export type Message<S extends string> = S extends `${string}{${string}` ? (values: Values<S>) => string : string
/** The same in every language at once. */
export type Saying<S extends string> = S extends `${string}{${string}` ? (values: Values<S>) => Localized : Localized

type Simplify<T> = { readonly [K in keyof T]: T[K] }

/** Within text: up to the next brace. `Depth` has one element for each way of a plural or a choice that is open. */
type Text<S extends string, P, Depth extends unknown[]> = S extends `${infer Before}{${infer Rest}`
  ? Before extends `${string}}${string}`
    ? Closed<S, P, Depth>
    : Place<Rest, P, Depth>
  : Depth extends []
    ? P
    : Closed<S, P, Depth>
/** A way has ended; another follows, or the place ends. */
type Closed<S extends string, P, Depth extends unknown[]> = S extends `${string}}${infer Rest}`
  ? Depth extends [unknown, ...infer Outer]
    ? Ways<Rest, P, Outer>
    : Text<Rest, P, []>
  : P
type Ways<S extends string, P, Depth extends unknown[]> = S extends `${infer Key}{${infer Rest}`
  ? Key extends `${string}}${string}`
    ? S extends `${string}}${infer After}`
      ? Text<After, P, Depth>
      : P
    : Text<Rest, P, [unknown, ...Depth]>
  : S extends `${string}}${infer After}`
    ? Text<After, P, Depth>
    : P
type Place<S extends string, P, Depth extends unknown[]> = S extends `${infer Head}}${infer After}`
  ? Head extends `${infer Name}, ${'plural' | 'selectordinal'},${string}`
    ? S extends `${string},${string},${infer Rest}`
      ? Ways<Rest, P & { [K in Name]: number }, Depth>
      : P
    : Head extends `${infer Name}, select,${string}`
      ? S extends `${string},${string},${infer Rest}`
        ? Ways<Rest, P & { [K in Name]: Choice }, Depth>
        : P
      : Head extends `${infer Name}, number`
        ? Text<After, P & { [K in Name]: number }, Depth>
        : Head extends `${infer Name}, date${string}`
          ? Text<After, P & { [K in Name]: string }, Depth>
          : Text<After, P & { [K in Head]: Depth extends [] ? Plain : Choice }, Depth>
  : P

type Choice = string | number | boolean | null | undefined | Localized
/** Within a way of a choice, nothing has been ruled out by the choice. */
type Plain = string | number | Localized
