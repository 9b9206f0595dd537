import { describe, expect, it } from 'vitest'
import { judgeAudit, judgeElectron } from '../../scripts/lib/gates.ts'

const report = (severities: Record<string, string>) =>
  JSON.stringify({
    vulnerabilities: Object.fromEntries(
      Object.entries(severities).map(([name, severity]) => [name, { name, severity }]),
    ),
  })

describe('[A72] the audit of the packages we ship', () => {
  it('lets light advisories pass and names the heavy ones', () => {
    expect(judgeAudit(report({}))).toEqual({ state: 'good', found: [] })
    expect(judgeAudit(report({ light: 'moderate' })).state).toBe('good')
    expect(judgeAudit(`npm warn x\n${report({ a: 'high', b: 'low', c: 'critical' })}`)).toEqual({
      state: 'bad',
      found: ['a', 'c'],
    })
  })

  it.each([
    '',
    'not json',
    '{"message":"405 Method Not Allowed"}',
    '{}',
    '{"vulnerabilities":null}',
  ])('knows nothing from %j', (output) => {
    expect(judgeAudit(output).state).toBe('unknown')
  })
})

describe('[A62] the Electron we ship', () => {
  it.each([
    ['45.4.1', '45.4.1', 'good'],
    ['43.0.0', '45.4.1', 'good'],
    ['42.9.9', '45.4.1', 'bad'],
    ['42.9.9', 'npm warn config\n45.4.1\n', 'bad'],
    ['45.4.1', null, 'unknown'],
    ['45.4.1', 'npm error code E404', 'unknown'],
  ])('%s beside the newest %s is %s', (ours, latest, state) => {
    expect(judgeElectron(ours, latest).state).toBe(state)
  })
})
