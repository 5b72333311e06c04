/** Loaded before a program: tells, when asked, the time that all threads of its process have spent computing. */
process.on('message', (asked) => {
  if (asked !== 'cpu') return
  const { user, system } = process.cpuUsage()
  process.send!({ cpuMs: (user + system) / 1_000 })
})
// The program ends as it would without being asked.
process.channel?.unref()
