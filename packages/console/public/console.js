for (const place of document.querySelectorAll('[data-origin]')) place.textContent = location.origin

const status = document.getElementById('status')
const now = document.getElementById('now')

async function refresh() {
  try {
    const [health, clock] = await Promise.all([fetch('/health'), fetch('/local/clock')])
    const { checks } = await health.json()
    const down = Object.keys(checks).filter((name) => !checks[name])
    status.textContent = down.length === 0 ? 'Everything is up' : `Not answering: ${down.join(', ')}`
    status.className = `status ${down.length === 0 ? 'good' : 'bad'}`
    const { now: instant } = await clock.json()
    now.textContent = new Date(instant).toLocaleString()
    now.dateTime = instant
  } catch {
    status.textContent = 'The local cloud does not answer'
    status.className = 'status bad'
  }
}

void refresh()
setInterval(refresh, 10_000)
