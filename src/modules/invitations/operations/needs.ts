import type { NeedGroup } from '../../../module.ts'
import { dayIn, formatDay } from '../../../platform/i18n/format.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { invitationsOf, ownFrom } from '../queries/own.ts'
import { words } from '../words/words.ts'

/** For the home page: the invitations that this person has not answered, the next meeting first. */
export async function invitationNeeds(context: Context): Promise<NeedGroup[]> {
  const { actor, clock, locale } = context
  if (!actor.personId) return []
  const now = clock.now()
  const waiting = (await invitationsOf(context, actor.personId))
    .map(row => ownFrom(row, now))
    .filter(({ answer, problem }) => answer === 'waiting' && problem === null)
  if (!waiting.length) return []
  return [
    {
      key: 'invitations.waiting',
      title: inWords(words, w => w.waitingTitle),
      action: inWords(words, w => w.reply),
      total: waiting.length,
      more: '/undangan',
      needs: waiting.slice(0, 10).map(({ id, meeting, involvement }) => ({
        title: meeting.title,
        who: meeting.office,
        href: `/undangan/${id}`,
        note: [words[locale].involvements[involvement], formatDay(locale, dayIn(new Date(meeting.startsAt), meeting.zone), 'short')].join(
          ' · ',
        ),
      })),
    },
  ]
}
