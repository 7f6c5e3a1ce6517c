import { developmentToken } from './development-token.ts'

/** `npm run -s token -- rep`: an access token of the running CRM for a development user, by the part of the address before the @. */

const [name = 'rep'] = process.argv.slice(2)
const { PORT = '3000', DATA_DIR = '.data' } = process.env
process.stdout.write(`${await developmentToken(`http://127.0.0.1:${PORT}`, DATA_DIR, name)}\n`)
