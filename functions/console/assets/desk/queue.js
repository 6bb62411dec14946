/** Keys of the queue. They sleep while somebody types, and can be turned off for good (WCAG 2.1.4). Never needed: all are links and buttons. */
const memory = 'desk-single-keys';
const dialog = document.getElementById('keys');

const acts = { j: () => move(1), k: () => move(-1), n: () => press('[data-key="n"]'), p: () => press('[data-key="p"]'), '/': focusSearch, '?': showKeys };

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.metaKey || event.ctrlKey || event.defaultPrevented || dialog?.open) return;
  if (isTypedInto(event.target) || !isOn()) return;
  const act = Object.hasOwn(acts, event.key) ? acts[event.key] : null;
  if (act?.() === true) event.preventDefault();
});

dialog?.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
const box = document.getElementById('single-keys');
if (box instanceof HTMLInputElement) {
  box.checked = isOn();
  box.addEventListener('change', () => keep(box.checked ? 'on' : 'off'));
}

function isTypedInto(target) {
  const typed = 'input:not([type=checkbox]):not([type=radio]), select, textarea';
  return target instanceof HTMLElement && (target.matches(typed) || target.isContentEditable);
}

function isOn() {
  try {
    return localStorage.getItem(memory) !== 'off';
  } catch {
    return true;
  }
}

function keep(state) {
  try {
    localStorage.setItem(memory, state);
  } catch {
    // a browser that keeps nothing listens again on the next page
  }
}

function move(step) {
  const lines = [...document.querySelectorAll('[data-line]')];
  const at = lines.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : lines.length - 1) : Math.min(Math.max(at + step, 0), lines.length - 1);
  if (!(lines[next] instanceof HTMLElement)) return false;
  lines[next].focus({ preventScroll: true });
  lines[next].scrollIntoView({ block: 'nearest' });
  return true;
}

function press(which) {
  const button = document.querySelector(which);
  if (!(button instanceof HTMLElement)) return false;
  button.click();
  return true;
}

function focusSearch() {
  const field = document.getElementById('q');
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  field.select();
  return true;
}

function showKeys() {
  if (!(dialog instanceof HTMLDialogElement)) return false;
  dialog.showModal();
  return true;
}
