import { type Context, self } from '../operation/operation.ts'
import { notFound } from '../refusals/refusal.ts'
import { isId } from '../values/shapes.ts'
import type { LiveTopics, TopicNumbers } from './topic.ts'

/** What the database calls a topic of this person when it changes; refuses `not_found` what there is no such topic of. */
export function keyOf(topics: LiveTopics, personId: string, topic: string): { kind: string; id: string } {
  const [kind = '', id = '', ...more] = topic.split(':')
  const known = topics.get(kind)
  if (!known || more.length || (known.own ? id !== '' : !isId(id))) throw notFound()
  return { kind, id: known.own ? personId : id }
}

/** The numbers of topics, each as this person may read it now. Refuses `not_found` whatever they may not read, or is not there. */
export async function lookAt(context: Context, topics: readonly string[]): Promise<TopicNumbers[]> {
  const found: TopicNumbers[] = []
  for (const topic of topics) {
    const { kind, id } = keyOf(context.liveTopics, self(context), topic)
    const numbers = await context.liveTopics.get(kind)!.look(context, id)
    if (!numbers) throw notFound()
    found.push({ topic, numbers })
  }
  return found
}
