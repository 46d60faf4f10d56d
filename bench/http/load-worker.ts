import { type Load, load } from './load.ts'

process.on('message', (asking: Load) => {
  load(asking).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => process.send?.({ refusal: String(error) }),
  )
})
