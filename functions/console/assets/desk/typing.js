import { bringIn } from './live.js';

/** What was typed and not saved: said in words, kept from being left by accident, and tried while the typist pauses. */
const pauseMs = 500;

export function watchTyping() {
  const form = document.getElementById('work');
  const state = document.querySelector('[data-unsaved]');
  if (!(form instanceof HTMLFormElement) || !state) return;
  let isUnsaved = false;
  let timer = 0;
  document.addEventListener('input', ({ target }) => {
    // without a name it is no work: how a page is shown
    if (target?.form !== form || target.name === '') return;
    isUnsaved = true;
    state.textContent = 'Not saved yet';
    clearTimeout(timer);
    timer = setTimeout(() => tryOut(form), pauseMs);
  });
  form.addEventListener('submit', () => {
    isUnsaved = false;
    clearTimeout(timer);
  });
  addEventListener('beforeunload', (event) => {
    if (isUnsaved) event.preventDefault();
  });
}

let running = null;

/**
 * Sends the page as Preview does and puts what came back in place of what stood there. The browser parses the answer as a
 * document of its own, in which nothing can run; no text is made into markup here.
 * @param {HTMLFormElement} form
 */
function tryOut(form) {
  running?.abort();
  const body = new FormData(form);
  body.set('part', 'outcome');
  const request = new XMLHttpRequest();
  running = request;
  // by its attribute: a control named "action" stands in front of the form's own property
  request.open('POST', form.getAttribute('action').replace(/corrections$/, 'what-if'));
  request.responseType = 'document';
  request.onload = () => {
    if (request.status !== 200 || !request.response) return;
    bringIn(request.response);
  };
  request.send(new URLSearchParams(body));
}
