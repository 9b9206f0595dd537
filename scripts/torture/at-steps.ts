import type { ChildProcess } from 'node:child_process'
import { checkAfter } from './check.ts'
import { prepareTrial, type Trial } from './ground.ts'
import type { Kind, Order, Step, Word } from './order.ts'
import { makeOrder, startWorker } from './run.ts'

/** A step at which a worker was killed, and what was found wrong after it. */
export type StepTally = Step & { kind: Kind; faults: string[] }

/**
 * Kills a real process right before each step of a piece of work of these kinds, at its first time and,
 * with `lastToo`, at its last, always from the same beginning, and checks each time what was left.
 */
export async function killAtSteps(
  { kinds, root, lastToo }: { kinds: readonly Kind[]; root: string; lastToo: boolean },
  tell: (tally: StepTally) => void = () => {},
): Promise<StepTally[]> {
  const trial = await prepareTrial(root)
  const waiting = [startWorker(root), startWorker(root)]
  const next = () => {
    waiting.push(startWorker(root))
    return waiting.shift() as ChildProcess
  }
  const tallies: StepTally[] = []
  try {
    for (const kind of kinds) {
      const names = await listSteps(trial, kind, next())
      for (const step of chooseSteps(names, lastToo)) {
        const faults = await killBefore(trial, { kind, ...step }, next())
        tallies.push({ kind, ...step, faults })
        tell({ kind, ...step, faults })
      }
    }
  } finally {
    for (const child of waiting) child.kill('SIGKILL')
  }
  return tallies
}

function chooseSteps(names: readonly string[], lastToo: boolean): Step[] {
  return [...new Set(names)].flatMap((name) => {
    const times = names.filter((each) => each === name).length
    return times > 1 && lastToo
      ? [
          { name, nth: 1 },
          { name, nth: times },
        ]
      : [{ name, nth: 1 }]
  })
}

/** Lets a worker do one piece of work and answers the steps it took. */
async function listSteps(trial: Trial, kind: Kind, child: ChildProcess): Promise<string[]> {
  const steps = await give(child, { ...makeOrder(trial, kind, 1, 0), stop: 'list' })
  if (!steps) throw new Error(`the worker of ${kind} did not come to its end`)
  return steps
}

async function killBefore(
  trial: Trial,
  { kind, ...stop }: Step & { kind: Kind },
  child: ChildProcess,
): Promise<string[]> {
  const order = { ...makeOrder(trial, kind, 1, 0), stop }
  if (await give(child, order)) return ['the step was not reached']
  const { faults, lost } = await checkAfter(trial, order, [])
  return lost > 0 ? [...faults, `${lost} rows lost`] : faults
}

/** Gives an order; answers the steps of a worker that came to its end, null for one that was killed before. */
function give(child: ChildProcess, order: Order): Promise<string[] | null> {
  return new Promise((resolve, reject) => {
    let steps: string[] | null = null
    child.on('message', (word: Word) => {
      if (word.say !== 'steps') return
      steps = word.names
      child.kill('SIGKILL')
    })
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(steps)
      else reject(new Error(`the worker of ${order.kind} ended by itself with ${code ?? signal}`))
    })
    child.send(order)
  })
}
