import antfu from '@antfu/eslint-config'
import { frontmatter } from './scripts/eslintFrontmatter.js'

/** Markdown that Slidev compiles: Vue templates, so only its frontmatter is linted. */
const COMPILED = ['slides.md', 'pages/**/*.md', 'exercises/**/*.md']

export default antfu(
  {
    type: 'app',
    vue: true,
    typescript: true,
    ignores: ['dist'],
    markdown: false,
    rules: {
      'no-console': 'off',
      'antfu/top-level-function': 'off',
      // One statement a line is ours to break where it reads best.
      'antfu/reasonable-newline': 'off',
      // Dates and versions stay strings for any reader of YAML.
      'yaml/plain-scalar': 'off',
      'jsdoc/check-param-names': 'off',
    },
  },
  { files: COMPILED, processor: frontmatter },
)
