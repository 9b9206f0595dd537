import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import type {
  AppEvents,
  CallAnswer,
  CallInput,
  CallName,
  CallReply,
  EventName,
} from '#core/contract.ts'
import type { Problem } from '#core/result.ts'

declare global {
  interface Window {
    /** The one door to the main process, opened by the preload script. */
    raquan: {
      call(name: CallName, input: unknown): Promise<CallReply<unknown>>
      /** Files a person dropped on the window: their paths, which calls may name from now on. */
      dropped(files: File[]): Promise<string[]>
      on<E extends EventName>(event: E, listener: (detail: AppEvents[E]) => void): () => void
    }
  }
}

/** An expected failure on its way to the screen; `problem.path` names the box it is about. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** An unexpected failure that the main process logged under `reference`. */
export class BugError extends Error {
  readonly reference: string
  constructor(reference: string) {
    super(reference)
    this.reference = reference
  }
}

/** Asks the main process; throws a `ProblemError` or a `BugError` when it does not answer well. */
export async function call<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Promise<CallAnswer<N>> {
  const reply = await window.raquan.call(name, input)
  if (reply.ok) return reply.value as CallAnswer<N>
  throw 'problem' in reply ? new ProblemError(reply.problem) : new BugError(reply.bug)
}

/** Listens to an event of the main process; answers the function that stops listening. */
export function on<E extends EventName>(
  event: E,
  listener: (detail: AppEvents[E]) => void,
): () => void {
  return window.raquan.on(event, listener)
}

/**
 * Reads through a call and keeps the answer; `keep` shows the old answer while a new one loads, `fresh`
 * asks again each time a screen opens, for what is made or looked up at that moment; `every` asks again
 * after so many milliseconds.
 */
export function useCall<N extends CallName>(
  name: N,
  input: CallInput<N>,
  options: { enabled?: boolean; keep?: boolean; fresh?: boolean; every?: number } = {},
): UseQueryResult<CallAnswer<N>> {
  return useQuery({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keep && { placeholderData: keepPreviousData }),
    ...(options.fresh && { gcTime: 0 }),
    ...(options.every !== undefined && { refetchInterval: options.every }),
  }) as UseQueryResult<CallAnswer<N>>
}

/** Acts through a call: `act.mutate(input)`, with `isPending`, `error` and `data`. */
export function useAct<N extends CallName>(
  name: N,
): UseMutationResult<CallAnswer<N>, Error, CallInput<N>> {
  return useMutation({ mutationFn: (input: CallInput<N>) => call(name, input) })
}

const conferenceAnswers: CallName[] = [
  'conference.list',
  'conference.open',
  'conference.warnings',
  'conference.history',
  'conference.conversion',
  'conference.files',
  'roster.list',
  'lead.list',
]

const overviewAnswers: CallName[] = ['overview.read', 'overview.people']

const refetched: Record<AppEvents['changed']['areas'][number], CallName[]> = {
  state: ['app.state', 'office.targets'],
  enrolments: [
    'enrolment.list',
    'enrolment.price',
    ...conferenceAnswers,
    'person.find',
    'person.similar',
    'registry.search',
    'registry.communes',
    'registry.person',
    'enrolment.open',
    'enrolment.history',
    'app.lastAction',
    'renewal.list',
    'renewal.calls',
    'sheet.list',
    'summary.preview',
    ...overviewAnswers,
  ],
  conferences: [...conferenceAnswers, ...overviewAnswers, 'app.lastAction', 'summary.preview'],
  policy: ['policy.read', 'enrolment.price', 'quote.ask', 'renewal.list'],
  summaries: [
    'enrolment.list',
    'enrolment.open',
    'summary.preview',
    'period.list',
    'adjustment.list',
  ],
  targets: [...overviewAnswers, 'targets.read', 'office.targets', 'summary.preview'],
  received: ['city.files', 'city.open', 'city.matrix', 'city.gaps', 'city.stand'],
}

/** The store of answers; everything is local, so nothing waits for a network or is retried. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Drops the answers that a change made old, so that open lists read again. */
export function followChanges(client: QueryClient): () => void {
  return on('changed', ({ areas }) => {
    for (const name of areas.flatMap((area) => refetched[area])) {
      void client.invalidateQueries({ queryKey: [name] })
    }
  })
}
