import { describe } from 'vitest';
import { noSecondReader } from '#shared/adapters/local/no-second-reader.ts';
import { aScannedForm } from '#test/builders/a-picture.ts';
import { secondReaderContract } from '#test/contracts/second-reader.contract.ts';

const form = await aScannedForm();

describe('the reader that looks at nothing', () => {
  secondReaderContract(async () => ({
    reader: noSecondReader,
    page: { bytes: form, mediaType: 'image/png', turned: 0 },
    print: [{ place: { id: 'name', look: 'text', box: [0.14, 0.17, 0.6, 0.03] }, text: 'never read' }],
    damaged: { bytes: new Uint8Array(9), mediaType: 'image/png', turned: 0 },
  }));
});
