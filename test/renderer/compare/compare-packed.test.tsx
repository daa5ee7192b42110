import { gunzipSync, gzipSync, deflateSync } from 'node:zlib';
import { waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openPage } from '../open-page.tsx';
import { openCompared, type Arriving } from './open-compared.ts';

const packed = (encoding: string, body: Uint8Array): Arriving => ({ headers: [['Content-Encoding', encoding]], body });
const order = (item: string): string => JSON.stringify({ item, count: 2 });
const open = async (one: Arriving, other: Arriving) => {
  const opened = await openPage();
  const { sheet } = await openCompared(opened, one, other);
  const body = await sheet.findByRole('region', { name: 'Body' });
  await waitFor(() => expect(within(body).queryAllByRole('button', { name: 'Bytes' })).toHaveLength(1));
  return { body: within(body), user: opened.user };
};

test('packed bodies are compared unpacked, and the bytes of the wire are a click away', async () => {
  const { body, user } = await open(
    packed('gzip', gzipSync(order('tea'))),
    packed('deflate', deflateSync(order('cup'))),
  );
  const changes = within(body.getByRole('list', { name: 'What differs in the JSON' })).getAllByRole('listitem');
  expect(changes.map((each) => each.textContent)).toEqual([expect.stringMatching(/^changed\/item.*"tea".*"cup"/)]);
  body.getByText(/^Before: unpacked from gzip, \d+ B on the wire, 24 B in truth\.$/);
  body.getByText(/^After: unpacked from deflate/);
  await user.click(body.getByRole('button', { name: 'Bytes' }));
  const bytes = await body.findByRole('list', { name: 'The bytes that differ' });
  expect(bytes.textContent).toContain('"item":"tea"');
  await user.click(body.getByRole('button', { name: 'Packed bytes' }));
  await waitFor(() =>
    expect(body.getByRole('list', { name: 'The bytes that differ' }).textContent).toContain('0000001f 8b 08'),
  );
});

test('what is packed is compared with what is not', async () => {
  const { body } = await open(packed('gzip', gzipSync(order('tea'))), { body: order('tea') });
  body.getByText(/^Unpacked, the bodies are the same, byte for byte/);
});

test('a packing that is not known, or broken, says so: then its bytes are compared', async () => {
  const { body } = await open(packed('zstd', Uint8Array.from([1, 2, 3])), packed('gzip', Uint8Array.from([1, 2, 4])));
  body.getByText(/^Before: compressed \(zstd\), which is not unpacked here/);
  body.getByText(/^After: Content-Encoding says gzip, but the bytes are not/);
  body.getByRole('list', { name: 'The bytes that differ' });
  expect(body.queryByRole('button', { name: 'Packed bytes' })).toBeNull();
});

test('what is packed too well is compared as far as it is unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(6 * 1024 * 1024, 'a'));
  expect(gunzipSync(bomb).length).toBeGreaterThan(bomb.length * 500);
  const { body } = await open(packed('gzip', bomb), packed('gzip', gzipSync('aaaa')));
  body.getByText(/^Before: unpacked from gzip; only the first 4\.0 MB are compared\.$/);
});
