import { type ChildProcess, fork } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Random, randomFrom } from '#core/practice/random.ts'
import { must } from '#core/result.ts'
import { openStore } from '../../src/main/db/open.ts'
import { checkAfter } from './check.ts'
import { prepareTrial, type Trial } from './ground.ts'
import { type Kind, kinds, type Order, type Word } from './order.ts'

/** What came of the rounds of one kind of work; `inside` counts kills before that work was over. */
export type Tally = {
  rounds: number
  inside: number
  pieces: number
  lost: number
  faults: string[]
}

type Piece = Extract<Word, { say: 'done-piece' }>

const worker = join(import.meta.dirname, 'worker.ts')
/** Workers that are started ahead, so that a round does not wait for a process to load. */
const ahead = 2
/** How long a piece of work is thought to take at first, in milliseconds. */
const usualLength = 200
const longestLength = 2000
/** After so many rounds on one store a kind of work begins afresh. */
const fresh = 6

/**
 * Kills real processes at random moments of their work, `rounds` times, and checks each time what they
 * left. The work of each kind goes on in the store that the last kill left.
 */
export async function runTorture(
  { rounds, seed, root }: { rounds: number; seed: number; root: string },
  tell: (done: number, tallies: Record<Kind, Tally>) => void = () => {},
): Promise<Record<Kind, Tally>> {
  const trial = await prepareTrial(root)
  const random = randomFrom(seed)
  const tallies = Object.fromEntries(
    kinds.map((kind) => [kind, { rounds: 0, inside: 0, pieces: 0, lost: 0, faults: [] }]),
  ) as unknown as Record<Kind, Tally>
  const waiting = Array.from({ length: ahead }, () => startWorker(root))
  const lengths: Partial<Record<Kind, number>> = {}
  try {
    for (let round = 0; round < rounds; round += 1) {
      const kind = kinds[round % kinds.length] ?? 'save'
      const order = makeOrder(trial, kind, round, tallies[kind].rounds)
      const child = waiting.shift() ?? startWorker(root)
      waiting.push(startWorker(root))
      const span = 1.5 * (lengths[kind] ?? usualLength)
      const { pieces, first, over } = await killInWork(child, order, random, span)
      // Work that was never over in time is given more; else kills would only hit its beginning.
      const length = lengths[kind] ?? usualLength
      if (first !== null) lengths[kind] = length * 0.6 + first * 0.4
      else if (!over) lengths[kind] = Math.min(length * 1.4, longestLength)
      const tally = tallies[kind]
      tally.rounds += 1
      tally.pieces += pieces.length
      if (!over) tally.inside += 1
      const { faults, lost } = await checkAfter(trial, order, pieces)
      tally.lost += lost
      tally.faults.push(...faults.map((fault) => `round ${round}: ${fault}`))
      tell(round + 1, tallies)
    }
  } finally {
    for (const child of waiting) child.kill('SIGKILL')
  }
  return tallies
}

/** Starts a worker that waits for its order. */
export function startWorker(root: string): ChildProcess {
  return fork(worker, [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // What one worker compiled the next ones need not compile again.
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'compiled') },
  })
}

/** The order of a round, with a folder to do it in: the one of the round before, or a fresh copy. */
export function makeOrder(trial: Trial, kind: Kind, seed: number, before: number): Order {
  const { root, base, old, recoveryCode, began, backup } = trial
  const folder = join(root, `work-${kind}`)
  const out = join(root, `out-${kind}`)
  const once = kind === 'migrate' || kind === 'restore'
  if (once || before % fresh === 0) {
    for (const path of [folder, out]) rmSync(path, { recursive: true, force: true })
    cpSync(kind === 'migrate' ? old : base, folder, { recursive: true })
    if (kind === 'restore') markLater(folder, trial.key)
  }
  mkdirSync(out, { recursive: true })
  const key = trial.key.toString('hex')
  return { kind, folder, key, recoveryCode, seed, began, out, backup, stop: null }
}

/** One row more than the backup holds, so that before and after can be told apart. */
function markLater(folder: string, key: Buffer): void {
  const { raw } = must(openStore(join(folder, 'office.db'), key))
  raw.prepare("insert into setting values ('later', 'yes')").run()
  raw.close()
}

type Round = { pieces: Piece[]; first: number | null; over: boolean }

/** Gives the order and ends the process without warning within `span` milliseconds of its beginning. */
function killInWork(
  child: ChildProcess,
  order: Order,
  random: Random,
  span: number,
): Promise<Round> {
  return new Promise((resolve, reject) => {
    const round: Round = { pieces: [], first: null, over: false }
    let began = 0
    child.on('message', (word: Word) => {
      if (word.say === 'ready') {
        began = performance.now()
        setTimeout(() => child.kill('SIGKILL'), (span * random.between(0, 1000)) / 1000)
      }
      if (word.say === 'done-piece') {
        round.first ??= performance.now() - began
        round.pieces.push(word)
      }
      if (word.say === 'over') {
        round.over = true
        child.kill('SIGKILL')
      }
    })
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(round)
      else reject(new Error(`the worker of ${order.kind} ended by itself with ${code ?? signal}`))
    })
    child.send(order)
  })
}
