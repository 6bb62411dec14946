import type { Page } from 'playwright-core';
import { laidOut } from './in-a-browser.ts';

/**
 * What a hand or a keyboard can reach on a page, as WCAG 2.2 AA wants it. Each answers with what is wrong, in words; empty
 * when nothing is. They run inside the page, as texts, since its own policy keeps scripts out.
 */

/** Whatever takes focus, and the box it is seen and touched by: the label's, where the control itself is drawn elsewhere. */
const controls = `
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const boxOf = (one) => {
    const label = one.matches('input[type=radio], input[type=checkbox]') ? one.labels?.[0] : undefined;
    const [own, other] = [one.getBoundingClientRect(), label?.getBoundingClientRect()];
    if (!other) return own;
    const isOutside = own.right <= 0 || own.bottom + scrollY <= 0;
    const [left, top] = isOutside ? [other.left, other.top] : [Math.min(own.left, other.left), Math.min(own.top, other.top)];
    return new DOMRect(left, top, Math.max(own.right, other.right) - left, Math.max(own.bottom, other.bottom) - top);
  };
  const all = [...document.querySelectorAll(
    'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, [tabindex="0"]',
  )].filter((one) => one.tabIndex >= 0 && isSeen(one));
  const said = (one) => innerWidth + ' ' + one.outerHTML.slice(0, 150);`;

/**
 * Targets under 24 pixels (2.5.8), but for those that the rule itself leaves out: links in a sentence, targets so far apart
 * that a circle of 24 pixels around each meets no other, and boxes on a picture, whose values stand beside it as large controls.
 */
export async function tooSmallOn(page: Page): Promise<string[]> {
  await laidOut(page);
  return page.evaluate(`(() => {${controls}
    const targets = all.filter((one) => !one.closest('.desk-place, .usa-skipnav')).map((one) => ({ one, box: boxOf(one) }))
      .filter(({ box }) => box.width > 0);
    const isSmall = ({ box }) => box.width < 23.99 || box.height < 23.99;
    const isInSentence = ({ one }) => {
      if (!one.matches('a')) return false;
      const around = one.closest('p, li, td, th, dd, dt, figcaption, label, span, blockquote');
      const words = (text) => (text ?? '').replace(/[\\s·|,]+/g, '');
      return around !== null && words(around.textContent).length > words(one.textContent).length;
    };
    const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
    const distance = ([x, y], box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const isAlone = (target) => targets.every((other) => {
      if (other === target || other.one.contains(target.one) || target.one.contains(other.one)) return true;
      const [x, y] = middle(target);
      const [x2, y2] = middle(other);
      return distance([x, y], other.box) >= 11.99 && (!isSmall(other) || Math.hypot(x - x2, y - y2) >= 23.99);
    });
    return targets.filter(isSmall).filter((target) => !isInSentence(target) && !isAlone(target))
      .map(({ one, box }) => Math.round(box.width) + 'x' + Math.round(box.height) + ' ' + said(one));
  })()`);
}

/**
 * Goes from control to control as the Tab key does, and says which gives no sign that it has the focus (2.4.7) and which is
 * hidden behind something that stays in place (2.4.11).
 */
export async function lostFocusOn(page: Page): Promise<string[]> {
  // what is laid out only when it comes into view is drawn a frame later than it takes focus: nothing is found at its place
  await laidOut(page);
  // by a key first: else the browser takes it for a pointer's focus, which need not be seen
  await page.keyboard.press('Tab');
  return page.evaluate(`(() => {${controls}
    const looks = (one) => [one, one.labels?.[0], ...one.children].flatMap((each) => each ? [null, '::before', '::after']
      .map((part) => { const css = getComputedStyle(each, part);
        return [css.outlineStyle, css.outlineWidth, css.outlineColor, css.boxShadow, css.border, css.backgroundColor,
          css.textDecoration, css.stroke, css.strokeWidth].join(); }) : []).join(';');
    const isReached = (one) => {
      const boxes = one.getClientRects().length > 1 ? [...one.getClientRects()] : [boxOf(one)];
      const owners = [one, ...(one.labels ?? [])];
      return boxes.some((box) => [0.5, 0.1, 0.9].some((across) => [0.5, 0.15, 0.85].some((down) => {
        const hit = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
        return hit !== null && owners.some((owner) => owner.contains(hit) || (hit.contains(owner) && hit.closest('a, label, summary') !== null));
      })));
    };
    const wrong = [];
    for (const one of all) {
      document.activeElement?.blur();
      const before = looks(one);
      one.focus();
      // the link that skips to the content slides in
      for (const moving of document.getAnimations()) moving.finish();
      if (document.activeElement !== one) wrong.push('takes no focus: ' + said(one));
      else if (looks(one) === before) wrong.push('does not show its focus: ' + said(one));
      else if (!isReached(one)) wrong.push('hidden while it has the focus: ' + said(one));
    }
    return wrong;
  })()`);
}
