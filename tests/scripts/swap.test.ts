import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { runNode } from '../support/run.ts'

const sheet = (...args: string[]) => runNode(['scripts/runSheet.ts', ...args])

/** What the printed plan gives a section. */
const minutesOf = (plan: string, section: string): number =>
  Number(new RegExp(`${section} +([\\d.]+) min`).exec(plan)?.[1])

describe('an exercise that is exchanged for one show', () => {
  it('comes in with all its slides, and the other goes with its own', async () => {
    const { code, stdout } = await sheet('--track', 'workshop', '--with', 'three-headlines', '--without', 'fermi')
    expect(code).toBe(0)
    // The three headlines are economic, the Fermi estimate is technical.
    const { stdout: planned } = await sheet('--track', 'workshop')
    expect(minutesOf(stdout, 'Technical')).toBeLessThan(minutesOf(planned, 'Technical') - 20)
    expect(minutesOf(stdout, 'Economic')).toBeGreaterThan(minutesOf(planned, 'Economic') + 20)
  })

  it('is accepted as the facilitator guide has it', async () => {
    const guide = readFileSync(inRoot('exercises', 'kit', 'guide.md'), 'utf8')
    const commands = [...guide.matchAll(/`npm start -- ([^`]*--with[^`]*)`/g)].map(([, options = '']) => options)
    expect(commands.length).toBeGreaterThan(0)
    for (const options of commands)
      expect(await sheet(...options.split(' ')), options).toMatchObject({ code: 0 })
  })

  it('is refused where the minutes do not add up', async () => {
    const { code, stderr } = await sheet('--track', 'workshop', '--with', 'jigsaw')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^--track workshop --with 06-jigsaw: the workshop plans [\d.]+ minutes, /)
    expect(stderr).toMatch(/bring in or leave out another exercise, or take another track than workshop\.\n$/)
  })

  it('is refused by a name that no exercise has', async () => {
    const { code, stderr } = await sheet('--with', 'fremi')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^--with: there is no exercise "fremi"; /)
  })
})
