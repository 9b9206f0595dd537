import type { z } from 'zod'

/** A schema as zod describes it to itself; only what a sample needs. */
type Schema = { _zod: { def: Def }; safeParse: (value: unknown) => { success: boolean } }
type Def = {
  type: string
  shape?: Record<string, Schema>
  catchall?: Schema
  element?: Schema
  innerType?: Schema
  in?: Schema
  options?: Schema[]
  entries?: Record<string, string>
  values?: unknown[]
  checks?: { _zod: { def: { check: string; minimum?: number } } }[]
}

const texts = [
  '2024-11-16T01:00:00.000Z',
  'ab',
  '016',
  '00376',
  '2024-11-16',
  '08:00',
  '2468',
  '0912345678',
  '001090000001',
  'A0-1',
  '',
  '0b9c8f1e-6d3a-4c52-9a3b-2f1d4e5a6b7c',
  'ab'.repeat(20),
  'ab'.repeat(32),
]

/** A value that a schema takes; the first of a few plain ones. Throws when none of them fits. */
export function sampleOf(schema: z.ZodType): unknown {
  return sample(schema as unknown as Schema, 'input')
}

function sample(schema: Schema, path: string): unknown {
  const { def } = schema._zod
  const value = candidates(def, path).find((each) => schema.safeParse(each).success)
  if (value !== undefined || def.type === 'optional') return value
  throw new Error(`no sample for ${path} (${def.type})`)
}

function candidates(def: Def, path: string): unknown[] {
  switch (def.type) {
    case 'object':
      return [
        Object.fromEntries(
          Object.entries(def.shape ?? {}).map(([key, each]) => [
            key,
            sample(each, `${path}.${key}`),
          ]),
        ),
      ]
    case 'array':
      return listOf(def, path)
    case 'string':
      return texts
    case 'number':
      return [1, 3, 0, 0.01, 2024, 2_000_000]
    case 'boolean':
      return [true]
    case 'enum':
      return Object.values(def.entries ?? {})
    case 'literal':
      return def.values ?? []
    case 'union':
      return (def.options ?? []).map((each) => sample(each, path))
    case 'record':
      return [{}]
    case 'custom':
      // The only instances that cross the boundary are bytes.
      return [new Uint8Array([1])]
    default:
      return wrapped(def, path)
  }
}

function listOf(def: Def, path: string): unknown[] {
  if (!def.element) return [[]]
  const item = sample(def.element, `${path}[]`)
  return [[item], [item, item], []]
}

function wrapped(def: Def, path: string): unknown[] {
  if (def.type === 'nullable') return [null]
  const inner = def.innerType ?? def.in
  return inner ? [sample(inner, path)] : ['x', {}]
}

/** Paths of the objects inside a schema that take keys they do not know. */
export function looseObjects(schema: z.ZodType, path = 'input'): string[] {
  const { def } = (schema as unknown as Schema)._zod
  const inside = [
    ...Object.entries(def.shape ?? {}).map(([key, each]) => [`${path}.${key}`, each] as const),
    ...(def.options ?? []).map((each) => [path, each] as const),
    ...[def.element, def.innerType, def.in].flatMap((each) =>
      each ? [[path, each] as const] : [],
    ),
  ]
  const loose = def.type === 'object' && def.catchall?._zod.def.type !== 'never' ? [path] : []
  return [
    ...loose,
    ...inside.flatMap(([at, each]) => looseObjects(each as unknown as z.ZodType, at)),
  ]
}
