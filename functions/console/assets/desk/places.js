/** Light the box of the value at hand, bring it into sight, and lead from a box to its value. */
export function joinPlaces() {
  document.addEventListener('focusin', ({ target }) => {
    const entry = target instanceof Element ? target.closest('[data-entry]') : null;
    if (entry) light(entry, target.closest('[data-cell]'));
  });
  document.addEventListener('click', (event) => {
    const place = event.target instanceof Element ? event.target.closest('.desk-place') : null;
    const entry = place && document.getElementById(place.getAttribute('href').slice(1));
    if (!entry) return;
    event.preventDefault();
    (entry.querySelector('input, select, textarea') ?? entry).focus({ preventScroll: true });
    entry.scrollIntoView({ block: 'center', behavior: 'auto' });
  });
}

/**
 * The box of a value; in a row the box of the cell at hand, and quietly that of the row around it.
 * @param {Element} entry @param {Element | null} cell
 */
function light(entry, cell) {
  for (const lit of document.querySelectorAll('.desk-lit, .desk-near')) lit.classList.remove('desk-lit', 'desk-near');
  entry.classList.add('desk-lit');
  const own = document.getElementById(cell?.dataset.cell ?? '');
  const around = document.getElementById(entry.dataset.place ?? '');
  const place = own ?? around;
  if (!place) return;
  place.classList.add('desk-lit');
  if (own) around?.classList.add('desk-near');
  const pane = place.closest('.desk-pane');
  const box = place.querySelector('rect')?.getBoundingClientRect();
  if (!pane || !box) return;
  const room = pane.getBoundingClientRect();
  if (box.top < room.top || box.bottom > room.bottom) pane.scrollTop += box.top - room.top - room.height / 3;
  if (box.left < room.left || box.right > room.right) pane.scrollLeft += box.left - room.left - room.width / 4;
}
