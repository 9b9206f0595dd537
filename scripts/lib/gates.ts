/** What a gate that asks the package registry found: `unknown` when nobody answered. */
export type GateAnswer = { state: 'good' | 'bad' | 'unknown'; found: string[] }

/** Electron supports its newest majors only; electronjs.org/docs/latest/tutorial/electron-timelines. */
const supportedMajors = 3

/** Reads `npm audit --json`: packages of the program with an advisory of weight high or critical. */
export function judgeAudit(output: string): GateAnswer {
  const report = parse(output)
  const found = report?.vulnerabilities
  if (typeof found !== 'object' || found === null) return { state: 'unknown', found: [] }
  const heavy = Object.entries(found)
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(([name]) => name)
  return { state: heavy.length === 0 ? 'good' : 'bad', found: heavy }
}

/** Whether the Electron we package (a version) is among the majors that still get repairs. */
export function judgeElectron(ours: string, latest: string | null): GateAnswer {
  // npm may say other things first; the version stands on a line of its own.
  const [mine, newest] = [ours, latest ?? ''].map((text) =>
    Number(/^(\d+)\.\d+\.\d+$/m.exec(text)?.[1]),
  )
  if (mine === undefined || newest === undefined || Number.isNaN(newest)) {
    return { state: 'unknown', found: [] }
  }
  const state = mine > newest - supportedMajors ? 'good' : 'bad'
  return { state, found: state === 'good' ? [] : [`electron ${ours} < ${newest}`] }
}

function parse(
  output: string,
): { vulnerabilities?: Record<string, { severity?: unknown }> } | undefined {
  // npm prints its warnings around the report.
  const text = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
