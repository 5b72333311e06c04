import { readFileSync } from 'node:fs'

/**
 * Loaded before a program: tells, when asked, the time that all threads of its process have spent computing, and of the
 * processes that it started and that run.
 */
process.on('message', (asked) => {
  if (asked !== 'cpu') return
  const { user, system } = process.cpuUsage()
  process.send!({ cpuMs: (user + system) / 1_000 + startedMs() })
})
// The program ends as it would without being asked.
process.channel?.unref()

/** As Linux tells of them: in hundredths of a second. */
function startedMs(): number {
  const pids = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
  return pids.map(spentMs).reduce((sum, one) => sum + one, 0)
}

function spentMs(pid: string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) * 10
}
