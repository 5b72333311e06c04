/** Answers the jobs of `startWorker`, which come one after another. */
export function doJobs<Job>(carryOut: (job: Job) => Promise<unknown>): void {
  process.on('message', (job: Job) => {
    carryOut(job).then(
      (result) => process.send!({ result }),
      (error: unknown) => process.send!({ error: String(error) }),
    )
  })
}
