/** Single keys for hands on the keyboard. They sleep while somebody types, and can be turned off for good (WCAG 2.1.4). */
const memory = 'desk-single-keys';
const waitMs = 1500;

export function listenToKeys() {
  const dialog = document.getElementById('keys');
  if (dialog instanceof HTMLDialogElement) prepare(dialog);
  let isAfterG = 0;
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.metaKey || event.defaultPrevented || dialog?.open) return;
    if (event.ctrlKey) return event.key === 'Enter' ? press(event, 's') : undefined;
    if (event.key === 'Escape') return leaveControl(event);
    if (isTypedInto(event.target) || !isOn()) return;
    if (event.key === 'q' && Date.now() - isAfterG < waitMs) return go(event, '/');
    isAfterG = event.key === 'g' ? Date.now() : 0;
    const act = acts[event.key];
    if (act) act(event);
    else press(event, event.key);
  });
}

const acts = {
  j: (event) => move(event, '[data-entry]', 1),
  k: (event) => move(event, '[data-entry]', -1),
  // after a decision there is nothing left to doubt here: n is the next case
  n: (event) => (document.querySelector('[data-key="n"]') ? press(event, 'n') : toDoubt(event, 1)),
  N: (event) => toDoubt(event, -1),
  a: (event) => choose(event, 'accept'),
  x: (event) => choose(event, 'ask-sender'),
  o: (event) => choose(event, 'not-ours'),
  Enter: (event) => enterEntry(event),
  z: (event) => turnView(event, 'size'),
  r: (event) => turnView(event, 'turn'),
  '?': (event) => {
    event.preventDefault();
    document.getElementById('keys')?.showModal();
  },
};

const isOn = () => read() !== 'off';

function read() {
  try {
    return localStorage.getItem(memory);
  } catch {
    return null;
  }
}

function prepare(dialog) {
  const box = dialog.querySelector('#single-keys');
  box.checked = isOn();
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(memory, box.checked ? 'on' : 'off');
    } catch {
      // a browser that keeps nothing listens again on the next page
    }
  });
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
}

const isTypedInto = (target) =>
  target instanceof HTMLElement && (target.matches('input:not([type=checkbox]):not([type=radio]), select, textarea') || target.isContentEditable);

/** Out of a control, to the line it stands in. */
function leaveControl(event) {
  if (!isTypedInto(event.target)) return;
  const line = event.target.closest('[data-entry], [tabindex="-1"]');
  event.preventDefault();
  if (line instanceof HTMLElement) line.focus();
  else event.target.blur();
}

/** The next or previous of all that fit, seen from where the reader is on the page. */
function move(event, which, step) {
  const all = [...document.querySelectorAll(which)].filter((one) => one.checkVisibility());
  if (all.length === 0) return;
  const here = document.activeElement?.closest('[data-entry]') ?? document.querySelector('[data-entry].desk-lit');
  const at = here === null || here === undefined ? -1 : all.indexOf(here);
  const next = at >= 0 ? at + step : here ? beside(all, here, step) : step > 0 ? 0 : all.length - 1;
  const chosen = all[(next + all.length) % all.length];
  event.preventDefault();
  chosen.focus({ preventScroll: true });
  chosen.scrollIntoView({ block: 'center' });
}

/** Where no value is in doubt, the papers that the case is here for: the first value of each. */
function toDoubt(event, step) {
  if (document.querySelector('[data-doubt]')) return move(event, '[data-doubt]', step);
  for (const { hash } of document.querySelectorAll('.desk-why a[href^="#"]'))
    document.getElementById(hash.slice(1))?.querySelector('[data-entry]')?.setAttribute('data-asked', '');
  move(event, '[data-asked]', step);
}

function beside(all, here, step) {
  const isAfter = (one) => here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
  const after = all.findIndex((one) => isAfter(one));
  if (step > 0) return after < 0 ? 0 : after;
  return after < 0 ? all.length - 1 : after - 1;
}

function enterEntry(event) {
  if (!(event.target instanceof Element) || !event.target.matches('[data-entry]')) return;
  const control = event.target.querySelector('input, select, textarea');
  if (!(control instanceof HTMLElement)) return;
  event.preventDefault();
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
}

/** Size or turn of the document at hand: the next of its choices. */
function turnView(event, what) {
  const document_ = document.activeElement?.closest('.desk-document') ?? document.querySelector('.desk-document');
  const select = document_?.querySelector(`select[data-view="${what}"]`);
  if (!(select instanceof HTMLSelectElement)) return;
  event.preventDefault();
  select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
}

/** Chosen, and the button at hand: nothing is decided before it is pressed. */
function choose(event, action) {
  const [radio, button] = [document.getElementById(`action-${action}`), document.getElementById('decide-now')];
  if (!(radio instanceof HTMLInputElement) || !button) return;
  event.preventDefault();
  radio.checked = true;
  button.focus();
  button.scrollIntoView({ block: 'center' });
}

/** The button that a key stands for; it is pressed as if by hand. */
function press(event, key) {
  const button = /^[a-z]$/.test(key) ? document.querySelector(`[data-key="${key}"]`) : null;
  if (!(button instanceof HTMLElement)) return;
  event.preventDefault();
  button.click();
}

function go(event, address) {
  event.preventDefault();
  location.assign(address);
}
