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
      // A parameter that its name explains needs no line; the ones that have a line must exist.
      'jsdoc/check-param-names': ['error', { checkDestructured: false, disableMissingParamChecks: true }],
      'jsdoc/require-param-description': 'error',
      'jsdoc/require-returns-description': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: ':function > Identifier.params[name="it"]',
          message: 'Name a parameter after what it is: the reader does not know what "it" stands for.',
        },
      ],
    },
  },
  {
    files: ['**/*.{ts,vue,js,mjs}'],
    rules: {
      'style/max-len': ['error', { code: 120, ignoreUrls: true }],
    },
  },
  {
    files: ['**/*.{ts,vue,js,mjs}'],
    ignores: ['tests/**'],
    rules: {
      'max-lines-per-function': ['error', 60],
    },
  },
  { files: COMPILED, processor: frontmatter },
)
