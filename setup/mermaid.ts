import { defineMermaidSetup } from '@slidev/types'

/** Mermaid in the deck's type and colours. It draws before the page's style sheet applies, so the colours stand here too. */
export default defineMermaidSetup(() => ({
  theme: 'base',
  look: 'classic',
  layout: 'dagre',
  htmlLabels: true,
  themeVariables: {
    fontFamily: '\'Archivo Variable\', Arial, sans-serif',
    fontSize: '21px',
    background: '#f4f5f3',
    primaryColor: '#f4f5f3',
    primaryTextColor: '#15171a',
    primaryBorderColor: '#15171a',
    lineColor: '#585d63',
  },
  flowchart: { curve: 'linear', padding: 10, nodeSpacing: 12, rankSpacing: 60, wrappingWidth: 420 },
}))
