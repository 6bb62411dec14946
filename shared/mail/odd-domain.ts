import { wordsOfTwoAlphabets } from '#shared/domain/two-alphabets.ts';

const [base, least, most, skew, damp, first] = [36, 1, 26, 38, 700, 72];
const lettersMax = 63;

/** Whether an address is written, openly or as "xn--…", in letters of two alphabets: to look like the address of somebody else. */
export function isOddAddress(text: string): boolean {
  const addresses = text.match(/[^\s<>"(),;:\\]{1,64}@[^\s<>"(),;:\\]{1,253}/gu) ?? [];
  return addresses.some((address) => wordsOfTwoAlphabets(inLetters(address)).length > 0);
}

/** "dana@xn--exmple-4nf.org" is "dana@exаmple.org", with a Cyrillic letter. A label that cannot be decoded stays as it is. */
export function inLetters(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const labels = address.slice(at).split('.');
  return (
    address.slice(0, at) + labels.map((label) => (/^xn--/i.test(label) ? decoded(label.slice(4)) : label)).join('.')
  );
}

/** RFC 3492, for labels as domains have them. */
function decoded(label: string): string {
  const dash = label.lastIndexOf('-');
  const output = Array.from(dash > 0 ? label.slice(0, dash) : '');
  let [code, at, bias] = [128, 0, first];
  let rest = label.slice(dash + 1).toLowerCase();
  while (rest !== '' && output.length < lettersMax) {
    const number = readNumber(rest, bias);
    if (number === null) return `xn--${label}`;
    const places = output.length + 1;
    bias = adapted(number.value, places, at === 0 && output.length === Math.max(dash, 0));
    at += number.value;
    code += Math.floor(at / places);
    at %= places;
    if (code > 0x10ffff) return `xn--${label}`;
    output.splice(at, 0, String.fromCodePoint(code));
    at += 1;
    rest = number.rest;
  }
  return output.join('');
}

/** A number of digits whose weights grow, until one that is below its threshold. */
function readNumber(text: string, bias: number): { value: number; rest: string } | null {
  let [value, weight] = [0, 1];
  for (const [index, sign] of Array.from(text).entries()) {
    const digit = /[a-z]/.test(sign) ? sign.charCodeAt(0) - 97 : /\d/.test(sign) ? Number(sign) + 26 : null;
    if (digit === null) return null;
    value += digit * weight;
    const threshold = Math.min(most, Math.max(least, (index + 1) * base - bias));
    if (digit < threshold) return { value, rest: text.slice(index + 1) };
    weight *= base - threshold;
  }
  return null;
}

function adapted(delta: number, places: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? damp : 2));
  left += Math.floor(left / places);
  let steps = 0;
  while (left > ((base - least) * most) / 2) {
    left = Math.floor(left / (base - least));
    steps += base;
  }
  return steps + Math.floor(((base - least + 1) * left) / (left + skew));
}
