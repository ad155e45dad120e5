import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { chooseSeries, listSeries, showSeries, showSeriesChoices } from '../operations/series.ts'
import { SeriesForm, SeriesList, SeriesPage } from '../views/series.tsx'
import { seriesWords } from '../words/series.ts'
import { words } from '../words/words.ts'
import { crumbs, loadMeeting } from './acts.tsx'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function seriesListPage(c: Request): Promise<Response> {
  const { series } = await call(c.var.kernel, c.var.actor, listSeries, {})
  const w = seriesWords[c.var.viewer.locale]
  return show(c, { title: w.series, breadcrumbs: base(c, w.series) }, <SeriesList series={series} />)
}

export async function seriesPage(c: Request): Promise<Response> {
  const series = await call(c.var.kernel, c.var.actor, showSeries, { id: c.req.param('id') ?? '' })
  const w = seriesWords[c.var.viewer.locale]
  const trail = [...base(c), { href: '/seri-rapat', label: w.series }, { label: series.name }]
  return show(c, { title: series.name, breadcrumbs: trail }, <SeriesPage series={series} />)
}

export async function choosePage(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const meeting = await loadMeeting(c)
  if (status === 200 && !meeting.mayArrange) return c.redirect(`/rapat/${meeting.id}`, 303)
  const { series, current } = await call(c.var.kernel, c.var.actor, showSeriesChoices, { id: meeting.id })
  const title = seriesWords[c.var.viewer.locale].choose
  const filled = values ? { ...values, rev: status === 409 ? meeting.rev : values.rev } : { series: current?.id, rev: meeting.rev }
  return show(
    c,
    { title, breadcrumbs: crumbs(c, meeting, title), status },
    <SeriesForm meeting={meeting} series={series} values={filled} errors={errors} />,
  )
}

export const choose = (c: Request): Promise<Response> =>
  submit(c, chooseSeries, {
    add: { id: c.req.param('id') },
    done: ({ id }) =>
      redirect(
        c,
        `/rapat/${id}`,
        inWords(seriesWords, w => w.saved),
      ),
    again: (values, errors, status) => choosePage(c, { values, errors, status }),
  })

const base = (c: Request, here?: string) => [
  { href: '/rapat', label: words[c.var.viewer.locale].meetings },
  ...(here ? [{ label: here }] : []),
]
