import { parseArgs } from 'node:util'
import { sayProblem } from '#core/messages.ts'
import { tellBug } from './cli/bug.ts'
import { type Command, commands, type Flags } from './cli/commands.ts'
import { type Answer, Usage } from './cli/ground.ts'
import { storeProblem } from './db/open.ts'

const { positionals, values } = readArguments()

// What goes wrong outside of the command itself, as in a timer, ends the process as a bug does.
process.on('uncaughtException', (error) => process.exit(tellBug(error, values.json === true)))

/**
 * `raquan`: the office without a window, on plain Node. Exit code 0 good, 1 refused, 2 wrong usage,
 * 3 an unexpected error, told by its reference.
 */
process.exitCode = await run()

async function run(): Promise<number> {
  const found = findCommand(positionals)
  if (!found) return usage(`Không có lệnh “${positionals.join(' ')}”.`)
  const [extra] = found.rest.slice(found.command.words ?? 0)
  if (extra !== undefined) return usage(`Thừa “${extra}”.`)
  try {
    const answer = await found.command.run(values, found.rest)
    print(answer, found.command.alwaysJson === true)
    return answer.ok ? 0 : 1
  } catch (error) {
    if (error instanceof Usage) return usage(error.message)
    const refused = storeProblem(error, String(values.data ?? ''))
    const alwaysJson = found.command.alwaysJson === true
    if (refused === null) return tellBug(error, alwaysJson || values.json === true)
    print(refused, alwaysJson)
    return 1
  }
}

function readArguments(): { positionals: string[]; values: Flags } {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const names = [
    'data',
    'unit',
    'recovery-out',
    'recovery-code-file',
    'households',
    'seed',
    'from',
    'to',
    'in',
    'enrolment',
    'household',
    'conference',
    'day',
    'edition',
    'out',
    'kind',
    'key',
    'pass-file',
    'trust',
    'driver',
    'token',
    'certificate',
    'annex',
    'on',
    'reason',
    'format',
    'sequence',
    'key-file',
  ]
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ...Object.fromEntries(names.map((name) => [name, text])),
        json: flag,
        practice: flag,
        blank: flag,
        pool: flag,
        'dry-run': flag,
        help: flag,
      },
    }) as { positionals: string[]; values: Flags }
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}

function findCommand(words: string[]): { command: Command; rest: string[] } | null {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command && words.length >= length) return { command, rest: words.slice(length) }
  }
  return null
}

function print(answer: Answer, alwaysJson: boolean): void {
  const json = alwaysJson || values.json === true
  if ('problem' in answer) {
    const message = sayProblem(answer.problem)
    if (json) console.log(JSON.stringify({ problem: { code: answer.problem.code, message } }))
    else console.error(message)
    return
  }
  console.log(json ? JSON.stringify(answer.value) : answer.text)
}

function usage(why: string): number {
  const known = Object.entries(commands).map(
    ([name, { usage: words }]) => `  raquan ${name} ${words}`,
  )
  console.error([why, 'Các lệnh:', ...known, 'Thêm --json để nhận một đối tượng JSON.'].join('\n'))
  return 2
}
