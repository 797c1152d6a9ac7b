import type { ChildProcess } from 'node:child_process'
import type { AtEnd } from '../../room/support/testRoom.ts'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot } from '../../../src/cli/paths.ts'
import { tempFolder } from '../../room/support/testRoom.ts'

/** A change to an example: a text that stands in it, and what stands there instead. */
export type Edit = [from: string, to: string]

/** What makes nginx hold events back: it speaks HTTP/1.0 to the room, as by default, and does not heed its wish. */
export const HOLD_BACK: Edit[] = [
  ['proxy_http_version 1.1;', 'proxy_ignore_headers X-Accel-Buffering;'],
  ['proxy_set_header Connection "";', 'proxy_buffering on;'],
]
/** What makes `nginx-subpath.conf` strip the path. */
export const stripPath = (roomPort: number): Edit => [`${roomPort};`, `${roomPort}/;`]

/** Folders of programs that a user's PATH may lack. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** Path of a program; undefined where it is not installed. */
export function findProgram(name: string): string | undefined {
  return [...(process.env.PATH ?? '').split(delimiter), ...SYSTEM_FOLDERS]
    .map(folder => join(folder, name))
    .find(path => existsSync(path))
}

/**
 * Runs an example of `docs/reach/` with real nginx until the end.
 *
 * @param example name of the file
 * @param ports that on which it listens on 127.0.0.1, and that of the room
 * @param edits of the example, beyond its ports
 * @param atEnd for what ends it
 */
export async function startNginx(
  example: string,
  ports: [proxy: number, room: number],
  edits: Edit[],
  atEnd: AtEnd,
): Promise<void> {
  const [port, roomPort] = ports
  const folder = tempFolder(atEnd)
  const site = edited(example, [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['listen [::]:80;', ''],
    ['127.0.0.1:3131', `127.0.0.1:${roomPort}`],
    ...edits,
  ])
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(name => `${name}_temp_path ${folder}/${name};`)
  writeFileSync(join(folder, 'nginx.conf'), [
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/errors.log;`,
    `events { worker_connections 4096; }`,
    `http { access_log off; ${places.join(' ')} ${site} }`,
  ].join('\n'))
  const child = spawn(findProgram('nginx') ?? 'nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'errors.log'])
  await untilListening(child, port, atEnd)
}

/** Runs `docs/reach/Caddyfile` with real Caddy until the end, on 127.0.0.1 and without HTTPS. */
export async function startCaddy(edits: Edit[], port: number, atEnd: AtEnd): Promise<void> {
  const folder = tempFolder(atEnd)
  const file = join(folder, 'Caddyfile')
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${edited('Caddyfile', edits)}`)
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env })
  await untilListening(child, port, atEnd)
}

/** @throws {Error} where a text to replace is not there, so that an edit cannot silently miss */
function edited(example: string, edits: Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from))
      throw new Error(`"${from}" is not in docs/reach/${example}.`)
    return text.replaceAll(from, to)
  }, readFileSync(inRoot('docs', 'reach', example), 'utf8'))
}

async function untilListening(child: ChildProcess, port: number, atEnd: AtEnd): Promise<void> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', text => said += text)
  const ended = new Promise(resolve => child.once('close', resolve).once('error', resolve))
  atEnd(async () => {
    child.kill('SIGKILL')
    await ended
  })
  while (!await isListening(port)) {
    const isOver = await Promise.race([ended.then(() => true), pause(20, false)])
    if (isOver)
      throw new Error(`The proxy did not start: ${said}`)
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
