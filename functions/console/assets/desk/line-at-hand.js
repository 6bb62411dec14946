/** Saving brings the page anew: back to the line that was at hand, so that the next key goes on from there. */
const memory = 'desk-line-at-hand';

export function keepLineAtHand() {
  document.getElementById('work')?.addEventListener('submit', () => keep(document.querySelector('[data-entry].desk-lit')?.id ?? ''));
  const id = kept();
  if (id === '' || new URLSearchParams(location.search).get('done') !== 'saved') return;
  keep('');
  const line = document.getElementById(id);
  if (!line?.matches('[data-entry]')) return;
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: 'center' });
  // what was said of it stands out of sight now
  const state = document.querySelector('[data-unsaved]');
  if (state) state.textContent = 'Saved';
}

function kept() {
  try {
    return sessionStorage.getItem(memory) ?? '';
  } catch {
    return '';
  }
}

function keep(id) {
  try {
    sessionStorage.setItem(memory, id);
  } catch {
    // a browser that keeps nothing begins at the top, as without scripts
  }
}
