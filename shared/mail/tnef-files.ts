import { readMapiProperties } from './mapi-properties.ts';

export type TnefFile = { name: string | null; bytes: Uint8Array };
/** `isWhole` is false when anything in the container could not be followed to its end: files may be missing. */
export type TnefResult = { files: TnefFile[]; isWhole: boolean };

const headerBytes = 6;
const attributeHeaderBytes = 9;
const checksumBytes = 2;
const attachmentBegins = 0x00069002;
const attachmentTitle = 0x00018010;
const attachmentData = 0x0006800f;
const attachmentProperties = 0x00069005;
const attachmentsMax = 200;
const longFileName = 0x3707;
const dataProperty = 0x3701;
/** An embedded object begins with the id of its interface. */
const interfaceIdBytes = 16;
const objectType = 0x0d;

/** The files in a winmail.dat, which Outlook sends in place of attachments. Never reads outside the bytes given. */
export function readTnef(bytes: Uint8Array): TnefResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files: TnefFile[] = [];
  let isWhole = true;
  let at = headerBytes;
  while (at + attributeHeaderBytes + checksumBytes <= bytes.length && files.length < attachmentsMax) {
    const id = view.getUint32(at + 1, true);
    const start = at + attributeHeaderBytes;
    const end = start + view.getUint32(at + 5, true);
    if (end + checksumBytes > bytes.length) break;
    const data = bytes.subarray(start, end);
    isWhole &&= sumOf(data) === view.getUint16(end, true);
    if (id === attachmentBegins) files.push({ name: null, bytes: new Uint8Array() });
    else isWhole = takeAttribute(files.at(-1), id, data) && isWhole;
    at = end + checksumBytes;
  }
  return {
    files: files.filter((file) => file.bytes.length > 0),
    isWhole: isWhole && at === bytes.length && hasAll(files),
  };
}

function hasAll(files: TnefFile[]): boolean {
  return files.length < attachmentsMax && files.every((file) => file.bytes.length > 0);
}

/** False when the attribute belongs to an attachment and cannot be understood. */
function takeAttribute(file: TnefFile | undefined, id: number, data: Uint8Array): boolean {
  if (!file) return id !== attachmentData && id !== attachmentProperties;
  if (id === attachmentTitle) file.name ??= new TextDecoder('windows-1252').decode(data).split('\0', 1).join('');
  if (id === attachmentData) file.bytes = data;
  return id === attachmentProperties ? takeProperties(file, data) : true;
}

/** The long name, and the bytes of an embedded object, stand among the properties. */
function takeProperties(file: TnefFile, data: Uint8Array): boolean {
  const properties = readMapiProperties(data);
  for (const { id, type, value } of properties ?? []) {
    if (id === longFileName) file.name = textOf(type, value) || file.name;
    if (id === dataProperty && file.bytes.length === 0)
      file.bytes = type === objectType ? value.subarray(interfaceIdBytes) : value;
  }
  return properties !== null;
}

function textOf(type: number, value: Uint8Array): string {
  const encoding = type === 0x1f ? 'utf-16le' : 'windows-1252';
  return new TextDecoder(encoding).decode(value).split('\0', 1).join('');
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 1) sum = (sum + (bytes[at] ?? 0)) & 0xffff;
  return sum;
}
