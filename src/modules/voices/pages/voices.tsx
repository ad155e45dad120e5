import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call, newId } from '../../../platform/operation/operation.ts'
import { firstLine } from '../../../platform/values/cut.ts'
import { askList } from '../../../web/list/ask.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { searchAgreements } from '../../agreements/operations/read.ts'
import { searchPartners } from '../../partners/operations/read.ts'
import { answerVoice, joinVoice, setVoiceAside } from '../operations/act.ts'
import { makeFinding } from '../operations/find.ts'
import { listVoices, showVoice } from '../operations/read.ts'
import { sendVoice, showOwnVoices } from '../operations/send.ts'
import type { TopicDetail } from '../schema/voices.ts'
import { VoiceList } from '../views/list.tsx'
import { voiceList } from '../views/listing.ts'
import { SendVoice } from '../views/send.tsx'
import { AnswerForm, AsideForm, FindingForm, JoinForm, TopicPage } from '../views/topic.tsx'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function listPage(c: Request): Promise<Response> {
  const meeting = c.req.param('id') ?? ''
  const { asked, answer } = await askList(c, voiceList, listVoices, () => ({ meeting }))
  return show(
    c,
    { title: words[c.var.viewer.locale].voices, breadcrumbs: crumbs(c, answer.meeting) },
    <VoiceList asked={asked} {...answer} />,
  )
}

export async function sendPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const own = await call(c.var.kernel, c.var.actor, showOwnVoices, { meeting: id })
  return show(
    c,
    { title: words[c.var.viewer.locale].sendTitle, status },
    <SendVoice
      own={own}
      action={`/rapat/${id}/suara/kirim`}
      session={String(values.session ?? c.req.query('sesi') ?? own.current ?? '')}
      values={values}
      errors={errors}
      voiceKey={newId()}
      person={c.var.actor.personId}
    />,
  )
}

export const send = (c: Request): Promise<Response> => {
  const meeting = c.req.param('id')
  return submit(c, sendVoice, {
    add: { meeting },
    done: () =>
      redirect(
        c,
        `/rapat/${meeting}/suara/kirim`,
        inWords(words, w => w.done.send),
      ),
    again: (values, errors, status) => sendPage(c, { values, errors, status }),
  })
}

export async function topicPage(c: Request): Promise<Response> {
  const topic = await load(c)
  return show(
    c,
    { title: firstLine(topic.text, 80), breadcrumbs: crumbs(c, topic.meeting, firstLine(topic.text, 40)) },
    <TopicPage topic={topic} />,
  )
}

const forms = {
  answer: {
    View: AnswerForm,
    operation: answerVoice,
    title: 'reply',
    done: 'answer',
    values: ({ reply, state }: TopicDetail) => (state === 'new' ? {} : { reply }),
  },
  aside: { View: AsideForm, operation: setVoiceAside, title: 'setAside', done: 'aside', values: () => ({}) },
  join: { View: JoinForm, operation: joinVoice, title: 'join', done: 'join', values: () => ({}) },
  finding: {
    View: FindingForm,
    operation: makeFinding,
    title: 'makeFinding',
    done: 'finding',
    values: ({ kind, text, voices }: TopicDetail) => ({
      kind: kind === 'question' ? undefined : kind,
      text,
      partner: voices.find(({ institution }) => institution)?.institution,
    }),
  },
} as const

export const actPage =
  (name: keyof typeof forms) =>
  async (c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> => {
    const { View, title, values: kept } = forms[name]
    const topic = await load(c)
    if (status === 200 && (!topic.mayAct || (name !== 'answer' && topic.state === 'finding') || (name === 'finding' && !topic.mayFind)))
      return c.redirect(`/suara/${topic.id}`, 303)
    const heading = words[c.var.viewer.locale][title]
    const filled = { ...(values ?? kept(topic)), rev: status === 409 ? topic.rev : (values?.rev ?? topic.rev) }
    return show(
      c,
      { title: heading, breadcrumbs: crumbs(c, topic.meeting, heading), status },
      <View topic={topic} values={filled} errors={errors} />,
    )
  }

export const act =
  (name: keyof typeof forms) =>
  (c: Request): Promise<Response> =>
    submit(c, forms[name].operation as AnyOperation, {
      add: { id: c.req.param('id') },
      asked: name === 'finding' ? ['text'] : [],
      choices: name === 'finding' ? { agreement: searchAgreements, partner: searchPartners } : {},
      done: topic =>
        redirect(
          c,
          `/suara/${(topic as TopicDetail).id}`,
          inWords(words, w => w.done[forms[name].done]),
        ),
      again: (values, errors, status) => actPage(name)(c, { values, errors, status }),
    })

const load = (c: Request): Promise<TopicDetail> => call(c.var.kernel, c.var.actor, showVoice, { id: c.req.param('id') ?? '' })

const crumbs = (c: Request, meeting: { id: string; name: string }, here?: string) => [
  { href: `/rapat/${meeting.id}`, label: meeting.name },
  { href: here ? `/rapat/${meeting.id}/suara` : undefined, label: words[c.var.viewer.locale].voices },
  ...(here ? [{ label: here }] : []),
]
