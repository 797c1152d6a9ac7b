/**
 * What any deck of this Slidev has to load: no theme of its own, no component, one heading.
 *
 * @param more that stands below the heading
 */
export const emptyDeck = (more = ''): string => `---
title: Empty
theme: default
fonts:
  provider: none
colorSchema: auto
transition: none
mcp: false
drawings:
  persist: false
---

# Empty
${more}`
