import { defineMermaidSetup } from '@slidev/types'

/**
 * Slidev draws a diagram in a shadow root. Custom properties are inherited into it, so the deck's colours apply, light
 * and dark. In a diagram, `:::key` marks the boxes that matter and `:::aside` a remark without a box.
 */
const COLOURS = `
  .node rect, .node polygon, .node path {
    fill: var(--ground) !important; stroke: var(--ink) !important; stroke-width: 1.5px;
  }
  .nodeLabel, .edgeLabel, .edgeLabel p { color: var(--ink) !important; }
  .edgeLabel, .edgeLabel p, .labelBkg { background: var(--ground) !important; }
  .flowchart-link { stroke: var(--quiet) !important; stroke-width: 2px !important; }
  .marker, .marker path { fill: var(--quiet) !important; stroke: var(--quiet) !important; }
  .node.key rect { fill: var(--lens, var(--ink)) !important; stroke: var(--lens, var(--ink)) !important; }
  .node.key .nodeLabel { color: var(--on-lens) !important; }
  .node.aside rect { fill: none !important; stroke: none !important; }
  .node.aside .nodeLabel { color: var(--quiet) !important; }
`

export default defineMermaidSetup(() => ({
  theme: 'base',
  themeCSS: COLOURS,
  look: 'classic',
  layout: 'dagre',
  htmlLabels: true,
  themeVariables: {
    fontFamily: '\'Archivo Variable\', Arial, sans-serif',
    fontSize: '25px',
  },
  flowchart: { curve: 'linear', padding: 12, nodeSpacing: 26, rankSpacing: 44, wrappingWidth: 420 },
}))
