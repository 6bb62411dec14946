/** A button may name another address than its form does. */
export type Button = { field: [string, string] | null; action: string };
/** A form of a page as a browser would send it, with what stands in its fields: once for each of its buttons. */
export type PageForm = { fields: [string, string][]; buttons: Button[] };

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : decoded(found);
};
const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const isSet = (tag: string, name: string) => new RegExp(`\\s${name}(?=[\\s>=])`).test(tag);

/** Every form that changes something. `typed`: what somebody types where nothing stands, by the name of a field. */
export function formsOf(html: string, typed: (name: string) => string): PageForm[] {
  return Array.from(html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g), ([, head = '', inside = '']) => {
    const id = attribute(head, 'id');
    const outside = id === null ? '' : fieldsFor(html, id);
    return { head, all: inside + outside };
  })
    .filter(({ head }) => /\smethod="post"/i.test(head))
    .map(({ head, all }) => ({
      fields: [...inputsOf(all, typed), ...areasOf(all, typed), ...choicesOf(all)],
      buttons: buttonsOf(all, attribute(head, 'action') ?? ''),
    }));
}

/** A field may name the form that it belongs to and stand elsewhere. */
function fieldsFor(html: string, id: string): string {
  const tags = html.match(/<(?:input|button)\b[^>]*>|<(select|textarea)\b[^>]*>[\s\S]*?<\/\1>/g) ?? [];
  return tags.filter((tag) => attribute(tag.slice(0, tag.indexOf('>') + 1), 'form') === id).join('');
}

function inputsOf(html: string, typed: (name: string) => string): [string, string][] {
  const tags = (html.match(/<input\b[^>]*>/g) ?? []).filter((tag) => !isSet(tag, 'disabled'));
  const byName = Map.groupBy(tags, (tag) => attribute(tag, 'name') ?? '');
  byName.delete('');
  return [...byName].flatMap(([name, same]) =>
    valuesOf(same, () => typed(name)).map((value): [string, string] => [name, value]),
  );
}

/** Of all inputs of one name. */
function valuesOf(tags: readonly string[], typed: () => string): string[] {
  const kind = attribute(tags[0] ?? '', 'type') ?? 'text';
  const textOf = (tag: string) => attribute(tag, 'value') ?? 'on';
  if (kind === 'file') return [];
  if (kind === 'checkbox') return tags.filter((tag) => isSet(tag, 'checked') || isSet(tag, 'required')).map(textOf);
  // the first one, where none is chosen
  if (kind === 'radio') return [textOf(tags.find((tag) => isSet(tag, 'checked')) ?? tags[0] ?? '')];
  return tags.map((tag) => {
    const value = attribute(tag, 'value') ?? '';
    return value === '' && isSet(tag, 'required') ? typed() : value;
  });
}

function areasOf(html: string, typed: (name: string) => string): [string, string][] {
  return Array.from(html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g), ([, head = '', text = '']) => {
    const name = attribute(` ${head}`, 'name') ?? '';
    return [name, text.trim() === '' ? typed(name) : decoded(text)];
  });
}

function choicesOf(html: string): [string, string][] {
  return Array.from(html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g), ([, head = '', options = '']) => {
    const tags = options.match(/<option\b[^>]*>/g) ?? [];
    const chosen = tags.find((tag) => isSet(tag, 'selected')) ?? tags.find((tag) => attribute(tag, 'value') !== '');
    return [attribute(` ${head}`, 'name') ?? '', attribute(chosen ?? '', 'value') ?? ''];
  });
}

function buttonsOf(html: string, action: string): Button[] {
  return (html.match(/<button\b[^>]*>/g) ?? [])
    .filter((tag) => !isSet(tag, 'disabled') && attribute(tag, 'type') !== 'button')
    .map((tag) => {
      const name = attribute(tag, 'name');
      return {
        field: name === null ? null : [name, attribute(tag, 'value') ?? ''],
        action: attribute(tag, 'formaction') ?? action,
      };
    });
}
