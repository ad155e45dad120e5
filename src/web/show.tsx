import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { VNode } from 'preact'
import { roles } from '../platform/authority/roles.ts'
import { problem } from '../platform/doors/endpoint.ts'
import { asksForJson, clearNotice, type FormValues, formValues, type Request } from '../platform/doors/request.ts'
import { listOf } from '../platform/i18n/format.ts'
import { inEach, type Locale, type Localized } from '../platform/i18n/words.ts'
import { type Entries, readEntries } from '../platform/intake/entries.ts'
import { most } from '../platform/intake/limits.ts'
import { takesFiles } from '../platform/intake/takes-files.ts'
import { type AnyOperation, call } from '../platform/operation/operation.ts'
import { choiceRefusals } from '../platform/refusals/choice-words.ts'
import { type FieldErrors, isOfFields, Refusal, someWrong } from '../platform/refusals/refusal.ts'
import { type Choice, choiceMeant, chosenName } from '../platform/values/choices.ts'
import { firstLine } from '../platform/values/cut.ts'
import type { NavigationItem } from './frame.ts'
import { renderPage } from './page.tsx'
import type { Crumb } from './ui/breadcrumbs.tsx'
import type { Errors } from './ui/form-state.ts'
import { words } from './words.ts'

type Options = { title: string; breadcrumbs?: readonly Crumb[]; status?: ContentfulStatusCode }

/** Answers with a page inside the frame: who is signed in, the navigation, what came of the last action. */
export function show(c: Request, { title, breadcrumbs = [], status = 200 }: Options, body: VNode): Response | Promise<Response> {
  const { actor, viewer, notice, theme, kernel } = c.var
  const url = new URL(c.req.url)
  const role = actor.grants[0]?.role
  if (notice) clearNotice(c)
  const page = renderPage(
    viewer,
    {
      title,
      path: addressOf(c),
      person:
        actor.kind === 'person'
          ? {
              name: actor.name,
              office: actor.office?.name ?? actor.partner ?? '',
              role: role ? roles[role].name[viewer.locale] : '',
              inboxLines: c.var.inboxLines,
            }
          : null,
      navigation: actor.kind === 'person' ? c.var.navigation(url.pathname) : [],
      visitor: actor.kind === 'person' ? undefined : c.var.navigation(url.pathname),
      breadcrumbs,
      banner: kernel.config.demo ? words[viewer.locale].demoBanner : undefined,
      notice: notice ?? undefined,
      search: actor.kind === 'person',
      theme,
      device: actor.personId && actor.kind === 'person' ? { person: actor.personId, hasWorker: kernel.config.OFFLINE } : undefined,
    },
    body,
  )
  return c.html(page, status)
}

/** Where somebody who is not signed in may go from an address that is for everybody. */
export const visitorLines = (c: Request): NavigationItem[] | undefined =>
  c.var.isForEverybody && c.var.actor.kind !== 'person' ? c.var.navigation(c.req.path) : undefined

/** Where somebody is, to come back there after a change of language; what no link of ours would hold is left out. */
export function addressOf(c: Request): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname.length + search.length <= most.address ? pathname + search : '/'
}

/**
 * Takes a posted form through an operation: `done` answers when it worked; on `invalid` (and on `conflict`, so nothing typed is lost)
 * `again` shows the form with every value kept and the messages beside the fields, 422 or 409.
 * `add` joins what the address knows (an id) to what was typed; `asked` are fields that the form asks for although the operation could do
 * without them, so that one left empty is said and not passed over. `choices` are the operations that fields find their choices by, or
 * their addresses, each by the name of its field (`parties.*.partner`): a text that means one of them is taken for it; the
 * operation refuses all others. `first` answers instead, with what is meant and what was sent, where something is to be looked at again
 * before anything is done.
 */
export async function submit<Output>(
  c: Request,
  operation: AnyOperation & { output: { _zod: { output: Output } } },
  {
    add = {},
    asked = [],
    choices = {},
    first,
    done,
    again,
  }: {
    add?: object
    asked?: readonly string[]
    choices?: Choices
    first?: (meant: FormValues, values: FormValues) => Promise<Response | null>
    done: (output: Output, values: FormValues) => Response | Promise<Response>
    again: (values: FormValues, errors: Errors, status: 422 | 409, refusal: Refusal) => Response | Promise<Response>
  },
): Promise<Response> {
  const entries = await readEntries(c, takesFiles(operation))
  const { idempotency_key: key, ...sent } = formValues(entries)
  const values = { ...sent, ...entries.chosen }
  const blank = Object.fromEntries(asked.map(name => [name, '']))
  const unchosen: FieldErrors = {}
  try {
    if (Object.keys(entries.problems).length) throw someWrong(entries.problems)
    const once = typeof key === 'string' && c.var.actor.personId ? key : undefined
    const { idempotency_key: _, ...meant } = formValues(await withMeant(c, entries, choices, unchosen))
    const instead = await first?.(meant, values)
    if (instead) return instead
    return await done((await call(c.var.kernel, c.var.actor, operation, { ...blank, ...meant, ...add }, 'page', once)) as Output, sent)
  } catch (error) {
    const isForForm = error instanceof Refusal && (error.code === 'invalid' || error.code === 'conflict' || isOfFields(error))
    if (!isForForm) throw error
    const said = withUnchosen(error, unchosen)
    if (asksForJson(c)) return problem(c, said, c.var.viewer.locale)
    return again(values, errorsOf(said, c.var.viewer.locale), error.code === 'conflict' ? 409 : 422, said)
  }
}

type Choices = Readonly<Record<string, (AnyOperation & { output: { _zod: { output: Choice[] } } }) | string>>

/** What was typed into a choice and not chosen, as the one that it means, where it means one; of several, `unchosen` says which. */
async function withMeant(c: Request, entries: Entries, choices: Choices, unchosen: FieldErrors): Promise<Entries> {
  const texts: Entries['texts'] = []
  let left = mostSought
  for (const [name, text] of entries.texts) {
    const known = choices[name.replace(/\.\d+\./g, '.*.')]
    const search = typeof known === 'string' ? c.var.searches.get(known) : known
    const isSought = search && text.trim() && !entries.chosen[chosenName(name)] && left-- > 0
    const found: Choice[] = isSought ? await call(c.var.kernel, c.var.actor, search, { q: text }).catch(ifRefused) : []
    const one = choiceMeant(found, text)
    const several = one ? [] : found.filter(each => !each.near)
    if (several.length) unchosen[name] = [choiceRefusals.several({ near: namesOf(several) })]
    texts.push([name, one?.value ?? text])
  }
  return { ...entries, texts }
}
/** No form has more of them than this but one of very many parties, whose names are found whole. */
const mostSought = 10

/** The first of them by name: “A”, “B”, or “C”. */
const namesOf = (several: readonly Choice[]): Localized =>
  inEach(locale =>
    listOf(
      locale,
      'disjunction',
      several.slice(0, mostNamed).map(({ label }) => `“${firstLine(label, 90)}”`),
    ),
  )
const mostNamed = 3

/** Where an operation found nothing that was meant by a text, and several fit it: that none of them was chosen. */
function withUnchosen(error: Refusal, unchosen: FieldErrors): Refusal {
  const own = Object.entries(unchosen).filter(([name]) => error.fields[name])
  return own.length ? new Refusal(error.code, error.localized, { ...error.fields, ...Object.fromEntries(own) }, error.existing) : error
}

/** Who may not look among them, or typed what none is called, is answered by the operation itself. */
function ifRefused(error: unknown): [] {
  if (error instanceof Refusal && error.code !== 'unavailable') return []
  throw error
}

/** A refusal's messages by field in one language; the refusal itself under `''` when no field carries it. */
export function errorsOf(error: Refusal, locale: Locale): Errors {
  const fields = Object.entries(error.fields).map(([path, messages]) => [path, messages.map(message => message[locale])] as const)
  return Object.fromEntries(fields.length ? fields : [['', [error.localized[locale]]]])
}
