import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { isRoot } from '../../scripts/lib/process.ts'

/** A network of one machine with one cable to nowhere, which counts what is sent into it. */
export type QuietNetwork = {
  /** Command and arguments that run another command inside. */
  inside: (command: string, args: readonly string[]) => [string, string[]]
  /** Packets sent so far, looking for a neighbour included. */
  sent: () => number
  remove: () => void
}

/** Whether this machine lets us make a network of our own. */
export const canMakeNetwork = process.platform === 'linux' && isRoot

/** Makes a quiet network; a name server and a gateway are set but nobody answers there. */
export function makeQuietNetwork(): QuietNetwork {
  const name = `raquan-${process.pid}`
  const names = `/etc/netns/${name}`
  const ip = (...args: string[]) => execFileSync('ip', args, { encoding: 'utf8' })
  ip('netns', 'add', name)
  const here = (...args: string[]) => ip('-n', name, ...args)
  const run = (...args: string[]) => ip('netns', 'exec', name, ...args)
  run('sysctl', '-qw', 'net.ipv6.conf.all.disable_ipv6=1', 'net.ipv6.conf.default.disable_ipv6=1')
  here('link', 'set', 'lo', 'up')
  here('link', 'add', 'out0', 'type', 'veth', 'peer', 'name', 'sink0')
  here('addr', 'add', '192.0.2.2/24', 'dev', 'out0')
  for (const end of ['sink0', 'out0']) here('link', 'set', end, 'up')
  here('route', 'add', 'default', 'via', '192.0.2.1')
  mkdirSync(names, { recursive: true })
  writeFileSync(`${names}/resolv.conf`, 'nameserver 192.0.2.53\n')
  return {
    inside: (command, args) => ['ip', ['netns', 'exec', name, command, ...args]],
    sent: () => Number(run('cat', '/sys/class/net/out0/statistics/tx_packets')),
    remove: () => {
      ip('netns', 'del', name)
      rmSync(names, { recursive: true, force: true })
    },
  }
}
