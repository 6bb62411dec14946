import { describe, expect, it } from 'vitest';
import { sightInWords } from '#infra/local/sight-in-words.ts';
import { measureOnly } from '#shared/adapters/local/pp-ocr-second-reader.ts';

describe('the line that the host says about pictures', () => {
  it('names both engines', () => {
    expect(sightInWords('tesseract-5', 'pp-ocr-v4')).toBe(
      'Pictures are read with tesseract-5 and looked at twice with pp-ocr-v4.',
    );
  });

  it('says what it means when the second engine is missing, and which package brings it', () => {
    const said = sightInWords('tesseract-5', measureOnly);
    expect(said).toMatch(/package onnxruntime-node.* is not installed.*only marks and signatures.*waits for a person/);
  });

  it('blames no package when nobody wants a second look', () => {
    const said = sightInWords('tesseract-5', 'none');
    expect(said).toMatch(/nothing is looked at twice: doubtful values wait for a person/);
    expect(said).not.toContain('onnxruntime');
  });

  it('says that people read pictures where no engine does', () => {
    expect(sightInWords('none', 'none')).toMatch(/not read by machine/);
  });
});
