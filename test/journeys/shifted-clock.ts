/**
 * Loaded before a program of ours (`node --import`), it lets that program's clock begin at CLOCK_BEGINS_AT and go on from there: a
 * real process, on a night of the test's own.
 */
const RealDate = Date;
const shift = Date.parse(process.env.CLOCK_BEGINS_AT ?? '') - RealDate.now();

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: [], newTarget) =>
    Reflect.construct(target, given.length === 0 ? [RealDate.now() + shift] : given, newTarget),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + shift : Reflect.get(target, name)),
});
