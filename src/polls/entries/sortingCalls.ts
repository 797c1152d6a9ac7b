import type { ErrorBody } from '../protocol.ts'
import type { EditReply, EntryEdit } from './sorting.ts'
import { entryPath, mergePath } from '../protocol.ts'

const TIMEOUT_MS = 8000

/** The answer of the room, or its sentence on why not; undefined where none came. */
export async function askRoom<T extends object>(
  path: string,
  method = 'GET',
  body?: object,
): Promise<T | string | undefined> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    const response = await fetch(`${import.meta.env.ROOM_ROOT}${path}`, {
      method,
      signal: abort.signal,
      ...body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
    })
    if (response.status === 204)
      return {} as T
    const answer = await response.json() as T & Partial<ErrorBody>
    if (response.ok)
      return answer
    // It may go another time.
    const isBusy = response.status >= 500 || response.status === 429
    return isBusy ? undefined : answer.error?.message ?? 'The room refused it.'
  }
  catch {
    return undefined
  }
  finally {
    clearTimeout(timer)
  }
}

/** Brings an edit to the room. */
export async function sendEdit(edit: EntryEdit): Promise<EditReply> {
  const reply = 'to' in edit
    ? await askRoom(`${entryPath(edit.poll, edit.entry, edit.to)}?round=${edit.round}`, 'POST')
    : await askRoom(mergePath(edit.poll, edit.entry), 'PUT', { into: edit.into })
  return typeof reply === 'string' ? { refused: reply } : reply && 'done'
}
