import { html } from 'hono/html';

/** A piece of a page. Every value that went into it was escaped by the `html` tag. */
export type Html = ReturnType<typeof html>;

export const nothing: Html = html``;
