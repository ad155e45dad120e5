import { Hono } from 'hono'
import { z } from 'zod'
import { HomeView, inOrder } from './home-view.tsx'
import { words } from './home-words.ts'
import type { Module, NeedGroup } from './module.ts'
import { can, nationally } from './platform/authority/reach.ts'
import type { Env } from './platform/doors/request.ts'
import { isProxyUnbelieved } from './platform/intake/peer.ts'
import { call, operation, self } from './platform/operation/operation.ts'
import { keptDay } from './platform/values/shapes.ts'
import { sectionsOn } from './web/sections.ts'
import { show } from './web/show.tsx'

const text = z.string()
const Home = z.object({
  name: text,
  office: z.object({ id: z.uuid(), name: text }).nullable(),
  hasRole: z.boolean(),
  groups: z.array(
    z.object({
      key: text,
      title: text,
      action: text,
      total: z.number().int(),
      overdue: z.number().int(),
      more: text.optional(),
      needs: z.array(
        z.object({
          title: text,
          who: text.optional(),
          href: text,
          note: text.optional(),
          due: keptDay.nullable().optional(),
          overdue: z.boolean().optional(),
        }),
      ),
    }),
  ),
  figures: z.array(
    z.object({
      key: text,
      label: text,
      value: z.number(),
      of: z.number().optional(),
      unit: text.optional(),
      href: text.optional(),
      change: z.object({ by: z.number(), since: text, good: z.enum(['up', 'down']).optional() }).optional(),
    }),
  ),
})
export type Home = z.output<typeof Home>

/** Where what waits on the page leads. */
function addressesIn({ groups }: Home): ReadonlySet<string> {
  const { first, rest } = inOrder(groups)
  return new Set([...first.map(({ need }) => need.href), ...rest.flatMap(({ needs }) => needs.map(({ href }) => href))])
}

/** What is overdue first, then by the nearest due day; what has none comes last. */
const byUrgency = (a: NeedGroup, b: NeedGroup): number => urgency(a).localeCompare(urgency(b))
const urgency = ({ needs }: NeedGroup): string => needs.map(({ overdue, due }) => `${overdue ? 0 : 1}${due ?? '9999'}`).sort()[0] ?? ''

/** The page that greets whoever is signed in: what the modules say waits for this person, and their numbers. */
export function homeOf(modules: readonly Module[]): Module {
  const showHome = operation({
    name: 'home.show',
    summary: 'What waits for you, and the numbers of your reach',
    power: 'own',
    reads: true,
    input: z.object({}),
    output: Home,
    example: {},
    async run(context) {
      self(context)
      const { actor, locale } = context
      const groups = []
      const figures = []
      for (const module of modules) {
        groups.push(...((await module.needs?.(context)) ?? []))
        figures.push(...((await module.figures?.(context)) ?? []))
      }
      return {
        name: actor.name,
        office: actor.office && { id: actor.office.id, name: actor.office.name },
        hasRole: actor.grants.length > 0,
        groups: groups
          .filter(({ needs }) => needs.length)
          .sort(byUrgency)
          .map(group => ({
            ...group,
            title: group.title[locale],
            action: group.action[locale],
            overdue: group.overdue ?? group.needs.filter(({ overdue }) => overdue).length,
          })),
        figures: figures.map(({ unit, label, change, ...figure }) => ({
          ...figure,
          label: label[locale],
          ...(unit ? { unit: unit[locale] } : {}),
          ...(change ? { change: { ...change, since: change.since[locale] } } : {}),
        })),
      }
    },
  })

  const pages = new Hono<Env>()
  pages.get('/', async c => {
    const home = await call(c.var.kernel, c.var.actor, showHome, {})
    const sections = await sectionsOn(c, 'home', { id: '', name: home.name, stands: addressesIn(home) })
    return show(
      c,
      { title: words[c.var.viewer.locale].title },
      <HomeView
        {...home}
        sections={sections}
        proxyUnbelieved={isProxyUnbelieved(c.var.kernel) && can(c.var.actor, 'setting.write', nationally)}
      />,
    )
  })
  return { name: 'home', operations: [showHome], endpoints: [{ route: 'GET /home', operation: showHome }], pages }
}
