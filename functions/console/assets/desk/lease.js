/** Says now and then that the reader is still there; when the case is no longer theirs, says that, and leaves what was typed. */
export function keepLease() {
  const held = document.querySelector('[data-held]');
  if (!(held instanceof HTMLElement)) return;
  const body = () => new URLSearchParams({ formKey: document.querySelector('input[name="formKey"]')?.value ?? '' });
  const timer = setInterval(async () => {
    try {
      const answer = await fetch(held.dataset.held, { method: 'POST', body: body(), redirect: 'error' });
      if (answer.ok) return tell(held, await answer.text());
      clearInterval(timer);
      lost(held, answer.status);
    } catch {
      // the net is away; the next beat may come through
    }
  }, Number(held.dataset.seconds) * 1000);
}

function tell(held, until) {
  const place = held.querySelector('[data-until]');
  if (place) place.textContent = until;
}

function lost(held, status) {
  const words =
    status === 409
      ? 'This case is no longer yours: your time ran out or somebody else has it. What you typed still stands here. Press Save: the page will say who has the case, and nothing is lost.'
      : 'You are not signed in any more. What you typed still stands here. Press Save: you will be asked to sign in, and nothing is lost.';
  held.textContent = words;
  held.setAttribute('role', 'alert');
  held.classList.add('desk-trouble');
}
