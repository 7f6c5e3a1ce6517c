import { escapeHtml } from '../mail/rules.ts'
import { page } from '../shared/page.ts'
import { scoreNames } from './mail.ts'
import { CHANGE_DAYS } from './rules.ts'

/** Asks, with the score chosen that the link stands for. Nothing is recorded before the button: programs follow links too. */
export function ratingPage(chosen: number): string {
  const options = scoreNames.map((name, index) => {
    const score = index + 1
    const checked = score === chosen ? ' checked' : ''
    return `<p><label><input type="radio" name="score" value="${score}" required${checked}> ${score} – ${escapeHtml(name)}</label></p>`
  })
  return page(
    'How did we do?',
    [
      '<form method="post">',
      ...options.reverse(),
      '<p><label>Would you like to say why?<br><textarea name="text" rows="6" cols="50" maxlength="2000"></textarea></label></p>',
      '<p><button>Send</button></p></form>',
    ].join('\n'),
  )
}

/** The same whatever became of the answer. */
export const thanksPage = (): string =>
  page('Thank you', `<p>You can change your answer for ${CHANGE_DAYS} days after the first one; then it counts.</p>`)
