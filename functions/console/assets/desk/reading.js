/** While the machine reads the papers anew: looks now and then whether it is through, and then shows them. */
const everyMs = 2_000;

export function awaitReading() {
  const place = document.querySelector('[data-being-read]');
  if (!(place instanceof HTMLElement)) return;
  const timer = setInterval(async () => {
    try {
      const answer = await fetch(place.dataset.beingRead, { redirect: 'error' });
      if (!answer.ok || (await answer.text()) !== 'read') return;
      clearInterval(timer);
      location.replace(place.dataset.then);
    } catch {
      // the net is away; the next look may come through
    }
  }, everyMs);
}
