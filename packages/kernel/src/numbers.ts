import { defineItem } from './model.ts'
import { type Ctx, commit, read, retryStale, versioned } from './store.ts'

interface Counter {
  name: string
  version: number
}

/** How many numbers a series has given out. */
export const counterModel = defineItem<Counter>({
  name: 'counter',
  attributes: ['name', 'version'],
  record: { partition: 'counter#${name}', sort: 'counter' },
})

/**
 * The first of the next `count` numbers of a series, 1 at the beginning. Each is given out once, whoever asks at the same time; a
 * number whose use fails stays unused. `name` comes from a closed alphabet. One read and one write.
 */
export const takeNumbers = (ctx: Ctx, name: string, count = 1): Promise<number> => {
  // A commit of its own: the request's idempotency record belongs to the change the number is for.
  const { idempotency: _, ...own } = ctx
  return retryStale(own, async () => {
    const { version } = (await read(own, counterModel, { name })) ?? { version: 0 }
    const put = counterModel.item({ name, version: version + count })
    return commit(own, { writes: [{ put, condition: versioned(version) }], events: [], answer: version + 1 })
  })
}
