import { counted } from './counted.ts';

/** The body of a request or response, in each way in which it can be looked at. */
export const body = {
  title: 'Body',
  of: { request: 'Body of the request', response: 'Body of the response' },
  none: 'No body.',
  noneCut: 'No body: it was cut off before its first byte.',
  cut: (size: string) => `Cut: only the first ${size} were kept.`,
  reading: 'Reading the body',
  showAs: 'Show the body as',
  looks: { tree: 'Tree', json: 'JSON', table: 'Table', picture: 'Picture', source: 'Source', hex: 'Hex' },
  copy: { request: 'Copy the body of the request', response: 'Copy the body of the response' },
  laidOut: 'Line breaks and indents are ours; everything else is as it came.',
  asJson: 'Body as JSON',
  asText: 'Body as text',
  asHex: 'Body as hex',
  more: (size: string) => `Show ${size} more`,
  readWhole: (size: string) => `Read all ${size} as JSON`,
  onlyPart: (shown: string, total: string) => `${shown} of ${total} are shown.`,
  notes: {
    unpacked: (encoding: string, packed: string, size: string) =>
      `Unpacked from ${encoding}: ${packed} on the wire, ${size} in truth. Hex shows the bytes of the wire.`,
    unpackedPart: (encoding: string, size: string) =>
      `Unpacked from ${encoding}: only the first ${size} are shown. Hex shows the bytes of the wire.`,
    unknownPacking: (encoding: string) =>
      `The body is compressed (${encoding}), which is not unpacked here: these are the bytes of the wire.`,
    brokenPacking: (encoding: string) =>
      `Content-Encoding says ${encoding}, but the bytes are not: these are the bytes of the wire.`,
    onlyFirst: (bytes: number) =>
      `Only the first ${counted(bytes, { one: 'byte', other: 'bytes' })} are shown; hex shows all.`,
    byteOrderMark: 'The body begins with a byte order mark, which JSON forbids.',
    notText: 'The body is not text: these are its bytes.',
    notJson: (problem: string) => `This is not JSON. ${problem}`,
    tooManyValues: (count: number) => `Only the first ${counted(count, { one: 'value', other: 'values' })} are shown.`,
    otherPicture: (claimed: string, found: string) => `Content-Type says ${claimed}, but the bytes are ${found}.`,
  },
  /** Beside values that are something else to whoever parses them. */
  repeatedName: (name: string) => `${name} stands here twice: most parsers take the last one.`,
  otherNumber: (parsed: string) => `Most parsers make ${parsed} of it.`,
  tree: {
    label: 'Body as a tree',
    members: (count: number) => counted(count, { one: 'member', other: 'members' }),
    items: (count: number) => counted(count, { one: 'item', other: 'items' }),
    empty: 'empty',
    level: (depth: number) => `level ${String(depth)}`,
    /** A string that holds JSON. */
    nested: (times: number) => (times === 1 ? 'JSON in a string' : `JSON in a string, encoded ${String(times)} times`),
    letters: (count: number) => counted(count, { one: 'character', other: 'characters' }),
    kinds: {
      object: 'object',
      array: 'list',
      string: 'text',
      number: 'number',
      boolean: 'true or false',
      null: 'nothing',
      error: 'not JSON',
    },
    item: (place: number) => `item ${String(place)}`,
    whole: 'the whole body',
    openAll: 'Open everything',
    closeAll: 'Close everything',
    menu: 'What can be done with the value',
    about: 'About the value',
    inside: 'inside it',
    shownPart: (letters: string) => `The first ${letters} characters.`,
  },
  find: {
    label: 'Find in the body',
    open: 'Find in the body',
    count: (at: string, all: string) => `${at} of ${all}`,
    none: 'Not found',
    next: 'Next place',
    previous: 'Previous place',
    close: 'Close the search',
    notInHex: 'In hex and pictures nothing is looked for.',
  },
  findings: {
    count: (count: number) => counted(count, { one: 'finding', other: 'findings' }),
    next: 'Next finding',
    previous: 'Previous finding',
  },
  copied: {
    value: 'Value copied.',
    key: 'Name copied.',
    pointer: (pointer: string) => `JSON Pointer copied: ${pointer === '' ? 'the whole body' : pointer}`,
    path: (path: string) => `JSONPath copied: ${path}`,
  },
};
