import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { mask } from '#shared/channel/redact.ts';
import { arrive } from '../compare/open-compared.ts';
import { openPage } from '../open-page.tsx';

const parts = [
  '--edge\r\nContent-Disposition: form-data; name="verifyToken"\r\n\r\nof-a-part\r\n',
  '--edge\r\nContent-Disposition: form-data; name="payload"\r\nContent-Type: application/json\r\n\r\n{"accessToken":"in-a-part"}\r\n--edge--\r\n',
].join('');
const pairs = 'password=of-a-pair&payload=%7B%22accessToken%22%3A%22in-a-pair%22%7D';

test.each([
  ['a form in parts', 'multipart/form-data; boundary=edge', parts, ['of-a-part', 'in-a-part']],
  ['a form in pairs', 'application/x-www-form-urlencoded', pairs, ['of-a-pair', 'in-a-pair']],
])(
  'credentials in %s are hidden in every look, and in its address in every place, until they are asked for',
  async (_what, type, body, secrets) => {
    const opened = await openPage();
    const { user } = opened;
    await screen.findByRole('textbox', { name: 'Message' });
    await arrive(opened, { type, target: '/forms?token=of-a-query', body });
    await user.click(await screen.findByRole('option', { name: /\/forms/ }));
    const inspector = within(screen.getByRole('region', { name: 'Inspector' }));
    await user.click(await inspector.findByRole('tab', { name: 'Request' }));
    const shown = within(await inspector.findByRole('region', { name: /^(?:Request body|Body of the request)/ }));
    for (const look of ['Table', 'Source', 'Hex']) {
      await user.click(await shown.findByRole('button', { name: look }));
      await waitFor(() => expect(shown.getByRole('button', { name: look }).getAttribute('aria-pressed')).toBe('true'));
      for (const secret of [...secrets, 'of-a-query']) expect(document.body.outerHTML).not.toContain(secret);
    }
    await user.click(shown.getByRole('button', { name: 'Table' }));
    expect(shown.getByRole('table').textContent).toContain(mask);
    await user.click(inspector.getByRole('button', { name: 'Show credentials' }));
    for (const secret of secrets) await waitFor(() => expect(shown.getByRole('table').textContent).toContain(secret));
  },
);
