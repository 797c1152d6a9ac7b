import { expect, it } from 'vitest'
import { markAsPagination } from '../../src/pdf/repeatedTableHeaders.ts'

it('makes artifacts of the marked content with the given IDs only', () => {
  const content
    = '/H1 <</MCID 1 >>BDC\n(A) Tj EMC\n/NonStruct <</MCID 12 >>BDC\n(B) Tj EMC\n/TD <</MCID 2>> BDC (C) Tj EMC'
  expect(markAsPagination(content, new Set([2, 12]))).toBe(
    '/H1 <</MCID 1 >>BDC\n(A) Tj EMC\n'
    + '/Artifact <</Type /Pagination>> BDC\n(B) Tj EMC\n/Artifact <</Type /Pagination>> BDC (C) Tj EMC',
  )
})
