import { RatingAnswer } from '@rapport/core/case-ratings/schema'
import { rateCase, showRating } from '@rapport/core/case-ratings/service'
import { route } from '@rapport/lambda/route'
import { html, linkParams, page, refusal } from './public-pages.ts'

const common = {
  tag: 'ratings',
  access: 'public',
  path: '/v1/ratings/{link}',
  params: linkParams,
  refusal,
} as const

export const ratings = [
  route({
    ...common,
    method: 'GET',
    id: 'showRating',
    summary: 'The page behind a link of the letter that asks about a solved case',
    description: 'Changes nothing: programs that look at mail follow links too. Its form posts to the same address.',
    success: { ...page, description: 'A page with a form.' },
    handle: (ctx, { params }) => showRating(ctx, params.link),
    reply: html,
  }),
  route({
    ...common,
    method: 'POST',
    id: 'rateCase',
    summary: 'Say how happy you are with how a case was solved',
    description:
      'One answer per case. The last one counts, until seven days after the first; what comes later changes nothing. The answer to that is the same page.',
    body: RatingAnswer,
    takesForms: true,
    success: { ...page, description: 'A page that says thanks.' },
    handle: (ctx, { params, body }) => rateCase(ctx, params.link, body),
    reply: html,
  }),
]
