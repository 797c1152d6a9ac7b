import type { RoomApp, RouteOptions } from './middleware.ts'
import { z } from 'zod'
import { ADHOC_LIMITS, isAdhocId } from '../../polls/adhoc.ts'
import { textLine } from '../../polls/kinds/schemaParts.ts'
import { ADHOC_PATH } from '../../polls/protocol.ts'
import { textKey, tidyText } from '../../polls/textKey.ts'
import { limitedJson, parseJson, refuse } from './middleware.ts'

/** A question and eight options of their greatest length, in any script and with every character escaped. */
const MAX_BYTES = 16 * 1024
const { leastOptions, mostOptions } = ADHOC_LIMITS

/** Texts as they are stored: on one line, without control characters and marks that turn the direction of others. */
const line = (max: number) =>
  z.string({ error: 'must be text' }).transform(text => tidyText(text.toWellFormed())).pipe(textLine(max))

/** `AdhocRequest` of the protocol. */
const adhocRequest = z.strictObject({
  question: line(ADHOC_LIMITS.question),
  options: z
    .array(line(ADHOC_LIMITS.option), { error: 'must be a list of texts' })
    .min(leastOptions, 'must be two or more')
    .max(mostOptions, 'must be eight or fewer')
    .superRefine((texts, context) => {
      const keys = texts.map(text => textKey(text) || text)
      const i = keys.findIndex((key, at) => keys.indexOf(key) < at)
      const first = keys.indexOf(keys[i] ?? '')
      if (i >= 0)
        context.addIssue({ code: 'custom', path: [i], message: `is the same as option ${first + 1}` })
    }),
  several: z.boolean({ error: 'must be true or false' }).default(false),
})

/** Polls that the presenter types during the talk. */
export function registerAdhocRoutes(app: RoomApp, { room }: RouteOptions): void {
  app.post(ADHOC_PATH, limitedJson(MAX_BYTES), async (c) => {
    const body = adhocRequest.safeParse(parseJson(await c.req.text()))
    return body.success
      ? c.json(await room.askAdhoc(body.data))
      : refuse(c, 'bad-request', formatFault(body.error.issues[0]))
  })

  app.post(`${ADHOC_PATH}/:id/shown`, limitedJson(MAX_BYTES), async (c) => {
    const poll = room.polls.get(c.req.param('id'))
    if (!poll || !isAdhocId(poll.id))
      return refuse(c, 'not-found', 'There is no such poll among those that were typed.')
    const body = z.strictObject({ shown: z.boolean() }).safeParse(parseJson(await c.req.text()))
    return body.success
      ? c.json(await room.showAdhoc(poll.id, body.data.shown))
      : refuse(c, 'bad-request', 'Say whether the poll is shown: true or false.')
  })
}

/** One sentence on the first thing that is wrong with a typed poll. */
function formatFault(issue: z.core.$ZodIssue | undefined): string {
  const [field, index] = issue?.path ?? []
  if (field === 'question')
    return `The question ${issue?.message}.`
  if (field === 'options')
    return typeof index === 'number' ? `Option ${index + 1} ${issue?.message}.` : `The options ${issue?.message}.`
  return 'A typed poll is a question, a list of two to eight options, and whether several may be chosen.'
}
