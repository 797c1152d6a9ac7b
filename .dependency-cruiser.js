/**
 * The floors of `src/`, from the ground up. A floor uses the ones below it and none above, so that each can be read,
 * tested and changed without knowing what stands on it. `npm run lint` holds the code to this list, and `npm run map`
 * draws it.
 */
export const FLOORS = [
  ['content'],
  ['cli', 'drawing'],
  ['pdf', 'polls'],
  ['composables'],
  ['room', 'rehearsal', 'deck', 'phone', 'moderate'],
  ['handouts', 'report'],
  ['export', 'site'],
]

/** What Slidev looks for at the root, and the commands: they stand on `src/`, and nothing in it knows of them. */
const ROOF = ['components', 'layouts', 'setup', 'scripts', 'tests']

const inFloor = names => `^src/(${names.join('|')})/`

const upwards = FLOORS.slice(0, -1).map((names, i) => ({
  name: `${names.join('-')}-stands-below`,
  severity: 'error',
  comment: `src/${names.join(' and src/')} may use only the floors below; move what both need further down.`,
  from: { path: inFloor(names) },
  to: { path: inFloor(FLOORS.slice(i + 1).flat()) },
}))

const neighboursOf = name => FLOORS.find(floor => floor.includes(name)).filter(other => other !== name)

const sideways = FLOORS.flat()
  .map(name => ({ name, beside: neighboursOf(name) }))
  .filter(({ beside }) => beside.length > 0)
  .map(({ name, beside }) => ({
    name: `${name}-stands-alone`,
    severity: 'error',
    comment: `src/${name} knows nothing of src/${beside.join(', src/')}, which stand beside it; `
      + 'move what both need further down.',
    from: { path: inFloor([name]) },
    to: { path: inFloor(beside) },
  }))

export default {
  forbidden: [
    ...upwards,
    ...sideways,
    {
      name: 'no-roof',
      severity: 'error',
      comment: 'src/ knows nothing of components, layouts, setup, scripts and tests; move what both need into src/.',
      from: { path: '^src/' },
      to: { path: `^(${ROOF.join('|')})/` },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'These files import each other in a circle; move what both need into a file of its own.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'commands-are-no-library',
      severity: 'error',
      comment: 'A command in scripts/ is for people at a terminal; what another folder needs of it belongs in src/.',
      from: { path: '^(components|layouts|setup)/' },
      to: { path: '^scripts/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.vue', '.js', '.mjs', '.d.ts'] },
  },
}
