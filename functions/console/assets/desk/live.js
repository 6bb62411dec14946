/**
 * What came back while somebody types is put in place of what stood there. Controls are left alone wherever the lines are
 * the same, so that nobody's choice, caret or open list is lost; where lines came or went, what was typed is carried over.
 * @param {Document} from
 */
export function bringIn(from) {
  for (const fresh of from.body.children) {
    const old = document.getElementById(fresh.id);
    if (!old) continue;
    const isSameLines = fresh.dataset.lines !== undefined && fresh.dataset.lines === old.dataset.lines;
    if (!isSameLines || !mend(old, fresh)) exchange(old, fresh);
  }
}

/** Only the pieces without controls. False: they are not the same pieces. */
function mend(old, fresh) {
  const [stand, come] = [[...old.querySelectorAll('[data-live]')], [...fresh.querySelectorAll('[data-live]')]];
  if (stand.length !== come.length) return false;
  for (const [at, piece] of come.entries()) if (!isAlike(stand[at], piece)) exchange(stand[at], piece);
  return true;
}

/** What the reader has opened makes no difference. */
function isAlike(one, other) {
  const closed = one.cloneNode(true);
  for (const details of closed.querySelectorAll('details')) details.open = false;
  const fresh = other.cloneNode(true);
  for (const details of fresh.querySelectorAll('details')) details.open = false;
  return closed.isEqualNode(fresh);
}

function exchange(old, fresh) {
  const copy = document.importNode(fresh, true);
  for (const control of old.querySelectorAll('input[name], select[name], textarea[name]')) carryOver(control, copy);
  for (const details of old.querySelectorAll('details')) {
    const twin = [...copy.querySelectorAll('details')].find((one) => headOf(one) === headOf(details));
    if (twin) twin.open = details.open;
  }
  const focusAgain = focusIn(old, copy);
  old.replaceWith(copy);
  focusAgain();
}

const headOf = (details) => details.querySelector('summary')?.textContent;

function carryOver(control, copy) {
  const twin = twinOf(control, copy);
  if (!twin || twin.type === 'hidden') return;
  twin.value = control.value;
  twin.checked = control.checked;
}

const twinOf = (control, copy) =>
  [...copy.querySelectorAll(`[name="${CSS.escape(control.name)}"]`)].find(
    (one) => control.type !== 'radio' || one.value === control.value,
  );

const reachable = 'a[href], summary, button, input, select, textarea';

/** Where the reader was, there they are again. */
function focusIn(old, copy) {
  const active = document.activeElement;
  if (!active || !old.contains(active)) return () => {};
  const at = [...old.querySelectorAll(reachable)].indexOf(active);
  const twin = (active.name && twinOf(active, copy)) || copy.querySelectorAll(reachable)[at];
  const caret = active instanceof HTMLInputElement && active.type === 'text' ? active.selectionStart : null;
  return () => {
    twin?.focus({ preventScroll: true });
    if (caret !== null && twin instanceof HTMLInputElement) twin.setSelectionRange(caret, caret);
  };
}
