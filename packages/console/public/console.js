for (const place of document.querySelectorAll('[data-origin]')) place.textContent = location.origin

const status = document.getElementById('status')
const now = document.getElementById('now')

async function refresh() {
  try {
    const reply = await fetch('/health')
    const health = await reply.json()
    // Only the local cloud names its parts; on AWS there is nothing to show of a laptop.
    if (health.checks) await showLocal()
    const down = Object.keys(health.checks ?? {}).filter((name) => !health.checks[name])
    if (reply.ok) say('good', health.checks ? 'Everything is up' : `Stage ${health.stage} is up`)
    else say('bad', down.length > 0 ? `Not answering: ${down.join(', ')}` : 'Rapport is not well')
  } catch {
    say('bad', 'Rapport does not answer')
  }
}

function say(mood, text) {
  status.textContent = text
  status.className = `status ${mood}`
}

async function showLocal() {
  for (const part of document.querySelectorAll('[data-local]')) part.hidden = false
  const { now: instant } = await (await fetch('/local/clock')).json()
  now.textContent = new Date(instant).toLocaleString()
  now.dateTime = instant
}

void refresh()
setInterval(refresh, 10_000)
