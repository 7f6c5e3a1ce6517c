import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { httpHandler } from '@rapport/lambda/http'
import { authenticator } from './authenticate.ts'
import { findRoute } from './slices.ts'

export const create = (deps: Deps) => httpHandler(deps, findRoute, authenticator())

export const handler = entry(create)
