import { expect, it } from 'vitest'
import { passOver } from '../../src/pdf/repeatedHeads.ts'

it('passes over what is named, and nothing else', () => {
  const content
    = '/H1 <</MCID 1 >>BDC\n(A) Tj EMC\n/NonStruct <</MCID 12 >>BDC\n(B) Tj EMC\n/TD <</MCID 2>> BDC (C) Tj EMC'
  expect(passOver(content, new Set([2, 12]))).toBe(
    '/H1 <</MCID 1 >>BDC\n(A) Tj EMC\n/Artifact <</Type /Pagination>> BDC\n(B) Tj EMC\n/Artifact <</Type /Pagination>> BDC (C) Tj EMC',
  )
})
