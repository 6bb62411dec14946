import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deskStyle } from '#infra/local/style.ts';
import { usedStyle } from '#infra/local/used-style.ts';

const used = { isClass: (name: string) => name.startsWith('a'), isFont: (family: string) => family === 'Ours' };
const keep = (css: string) => usedStyle(css, used);

describe('what our pages use of the design system’s style', () => {
  it('is the file that is handed out; after a change run npm run style', () => {
    expect(readFileSync('functions/console/assets/uswds.css', 'utf8')).toBe(deskStyle());
  });

  it('is a fraction of all of it', () => {
    expect(deskStyle().length).toBeLessThan(60_000);
  });

  it('is every rule whose classes all stand on some page', () => {
    expect(keep('.a{b:c}.z{b:c}.a .z{b:c}.a2.a3:hover>h1{b:c}')).toBe('.a{b:c}\n.a2.a3:hover>h1{b:c}\n');
  });

  it('is of a rule for several the part for those that are there', () => {
    expect(keep('.z,.a:focus,p{b:c}')).toBe('.a:focus,p{b:c}\n');
  });

  it('asks nothing of the classes that a rule excludes or chooses among', () => {
    expect(keep('.a:not(.z):is(.z,.y){b:c}')).toBe('.a:not(.z):is(.z,.y){b:c}\n');
  });

  it('is looked for inside of conditions too, and of one with nothing left nothing is kept', () => {
    expect(keep('@media (min-width:1em){.z{b:c}@supports (d:e){.a{b:c}}}@media print{.z{b:c}}')).toBe(
      '@media (min-width:1em){@supports (d:e){.a{b:c}}}\n',
    );
  });

  it('takes no bracket or comma in quotes for one of the style', () => {
    expect(keep('.a[title="},{"]{content:"}";b:url("x;y,{")}.z{b:c}')).toBe(
      '.a[title="},{"]{content:"}";b:url("x;y,{")}\n',
    );
  });

  it('is of the fonts those that are written in', () => {
    expect(keep('@charset "UTF-8";@font-face{font-family:"Ours";b:c}@font-face{font-family:Theirs}')).toBe(
      '@charset "UTF-8";\n@font-face{font-family:"Ours";b:c}\n',
    );
  });
});
