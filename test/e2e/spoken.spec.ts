import { postAsForeignApp, signedWithLineFeed } from './foreign-app.ts';
import { bubble, conversation, inspect, inspector, say, trafficRow, verdict } from './screen.ts';
import { expect, test } from './shell.ts';

test('a conversation is heard message by message: who, when, what, and what can be pressed', async ({
  bench: { page },
}) => {
  await say(page, 'hi');
  await expect(bubble(page, /What can I do for you/)).toBeVisible();
  await expect(conversation(page).getByRole('list', { name: 'Messages' })).toMatchAriaSnapshot(`
    - list "Messages":
      - listitem: /\\d{4}$/
      - listitem:
        - 'article /^User, \\d+:\\d\\d[^:]*: hi$/':
          - paragraph: hi
      - listitem:
        - 'article /^Demo bot \\(Larkspur Bank\\), \\d+:\\d\\d[^:]*: Hello! I am Mia, the assistant of Larkspur Bank. What can I do for you\\?/':
          - paragraph: Hello! I am Mia, the assistant of Larkspur Bank. What can I do for you?
          - button "Balance"
          - button "Card lost"
          - button "Our cards"
          - button "Payments"
  `);
});

test('a token that is trusted is heard as a verdict and its reasons', async ({ bench: { page } }) => {
  await say(page, 'hi');
  await inspect(page, /What can I do for you/);
  await expect(inspector(page).getByRole('group', { name: /^POST \/chatbot\/hooks\/.*: 200, trusted$/ })).toBeVisible();
  await expect(verdict(page)).toMatchAriaSnapshot(`
    - region "Verdict":
      - paragraph:
        - strong: "Trusted:"
        - text: the signature matches and every claim holds.
  `);
  await expect(inspector(page).getByRole('region', { name: 'Checks' })).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - text: Pass
        - paragraph:
          - strong: "Authorization header:"
          - text: There is one, with the scheme bearer.
        - text: observed
      - listitem:
        - text: Pass
        - paragraph:
          - strong: "Form:"
          - text: Three parts, and header and payload are JSON.
        - text: documented
  `);
});

test('a token that is refused is heard as a verdict, its fix, and what can be done', async ({ bench: { page } }) => {
  await postAsForeignApp(page, signedWithLineFeed());
  await trafficRow(page, '401').click();
  await expect(inspector(page).getByRole('group', { name: /: 401, refused$/ })).toBeVisible();
  await expect(verdict(page)).toMatchAriaSnapshot(`
    - region "Verdict":
      - paragraph:
        - strong: "Refused:"
        - text: /the .+\\.$/
      - paragraph:
        - strong: "Fix:"
        - text: /^[A-Z].+\\.$/
      - paragraph:
        - button "Sign again and send"
  `);
  await expect(inspector(page).getByRole('region', { name: 'Cause' })).toMatchAriaSnapshot(`
    - heading "Cause" [level=3]
    - term: What
    - definition
    - term: Proof
    - definition
  `);
});
