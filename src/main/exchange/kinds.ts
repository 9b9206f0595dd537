import { introductionFormat } from '#core/introduction.ts'
import { findingsFormat, receiptFormat } from '#core/receipt.ts'
import { summaryFormat, summaryFormatV1 } from '#core/summary.ts'

/** The kinds of signed file; none of them passes for another. */
export type Kind = 'summary' | 'receipt' | 'findings' | 'introduction'

/** A member that the manifest covers: its name in the zip, its media type, and whether it may be left out. */
export type DataObject = { name: string; type: string; optional?: true }

/**
 * What a kind of file is made of; the first data object is the canonical JSON with this `format`, or an
 * older one that is still read.
 */
export type KindRule = {
  format: string
  older?: readonly string[]
  objects: readonly [DataObject, ...DataObject[]]
}

const json = (kind: Exclude<Kind, 'summary'>): [DataObject] => [
  { name: `${kind}.json`, type: `application/vnd.raquan.${kind}+json` },
]

/** Every kind of signed file. Name and media type stand in the signed manifest, `format` in the JSON. */
export const kinds: Record<Kind, KindRule> = {
  summary: {
    format: summaryFormat,
    older: [summaryFormatV1],
    objects: [
      { name: 'summary.json', type: 'application/json' },
      { name: 'summary.pdf', type: 'application/pdf' },
      {
        name: 'summary.xlsx',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        optional: true,
      },
      { name: 'annex.p7m', type: 'application/pkcs7-mime', optional: true },
    ],
  },
  receipt: { format: receiptFormat, objects: json('receipt') },
  findings: { format: findingsFormat, objects: json('findings') },
  introduction: { format: introductionFormat, objects: json('introduction') },
}

const kindNames = Object.keys(kinds) as Kind[]

/** The name of the JSON member of a kind, `receipt.json`. */
export function jsonName(kind: Kind): string {
  return kinds[kind].objects[0].name
}

/** The kind whose JSON is among these member names, or null. */
export function kindOf(names: readonly string[]): Kind | null {
  return kindNames.find((kind) => names.includes(jsonName(kind))) ?? null
}
