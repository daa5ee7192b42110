import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previewReply } from '#shared/preview/preview-reply.ts';
import { conditionKinds } from '#renderer/store/rules/conditions.ts';
import { readReplyRule } from '#renderer/store/rules/read-rule.ts';
import { draftsOfReplyRules, newReplyRule, type RuleDraft } from '#renderer/store/rules/rule-draft.ts';
import { saysText, whenText } from '#renderer/store/rules/rule-words.ts';
import { fieldsOf } from '#renderer/store/settings-form.ts';
import { demoBot } from '#shared/bot/demo-bot.ts';
import type { ReplyRule } from '#shared/channel/reply-rule.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { channelOf } from '../examples.ts';
import { inEnglish } from '../spoken.ts';

const rule: ReplyRule = {
  name: 'On holiday',
  when: { has: ['holiday', 'away'], event: ['start'] },
  say: [{ kind: 'text', text: 'Back on Monday.' }],
  status: 503,
  headers: [{ name: 'Retry-After', value: '60: or so' }],
  delay: 250,
  switches: {},
};

const draftOf = (given: ReplyRule): RuleDraft => {
  const [draft] = draftsOfReplyRules([given], []);
  if (!draft) throw new Error('The rule has no draft.');
  return draft;
};
const readAgain = (draft: RuleDraft, place = 0) => readReplyRule(draft, `/replyRules/${String(place)}`, [], inEnglish);

test('a rule is written into the form and read out of it again, unchanged', () => {
  expect(readAgain(draftOf(rule))).toEqual({ rule, issues: [] });
  expect(readAgain(draftOf({ ...rule, isOff: true })).rule).toEqual({ ...rule, isOff: true });
  const words = fc.stringMatching(/^[a-z]{1,8}$/);
  const conditions = fc.array(fc.tuple(fc.constantFrom(...conditionKinds), words), { minLength: 1 });
  fc.assert(
    fc.property(
      fc.option(conditions),
      fc.option(fc.array(words)),
      fc.option(fc.integer({ min: 200, max: 599 })),
      fc.nat(600_000),
      (listed, texts, status, delay) => {
        const when =
          listed &&
          Object.fromEntries(
            conditionKinds.flatMap((value) => {
              const own = listed.filter(([kind]) => kind === value).map(([, text]) => text);
              return own.length === 0 ? [] : [[value, own]];
            }),
          );
        const say = texts && texts.map((text) => ({ kind: 'text', text }) as const);
        const made: ReplyRule = { ...rule, when, say, status, delay };
        expect(readAgain(draftOf(made), 3)).toEqual({ rule: made, issues: [] });
      },
    ),
  );
});

test('the same messages are read from their forms and from their JSON', () => {
  const say: ReplyRule['say'] = [{ kind: 'buttons', text: 'Well?', buttons: [] }];
  const draft = draftOf({ ...rule, say });
  expect(readAgain(draft).rule.say).toEqual(say);
  expect(readAgain({ ...draft, sayAs: 'json' }).rule.say).toEqual(say);
  expect(readAgain({ ...draft, sayAs: 'bot' }).rule.say).toBeNull();
});

test('what cannot be read is told at its place in the list of rules', () => {
  const draft = {
    ...newReplyRule('Odd', []),
    conditions: [{ key: 'a', kind: 'is', text: ' ' } as const],
    sayAs: 'json' as const,
    json: '{"kind":"text"}',
    status: 'many',
    headers: 'no colon here',
    delay: '1.5',
  };
  expect(readAgain(draft, 2).issues.map(({ path }) => path)).toEqual([
    '/replyRules/2/when',
    '/replyRules/2/say',
    '/replyRules/2/status',
    '/replyRules/2/headers',
    '/replyRules/2/delay',
  ]);
});

test('a rule says in a line when it counts, and in another one what it does', () => {
  expect(whenText(draftOf(rule), false, inEnglish)).toBe(
    'When the text has the word “holiday”, “away”, or happened (event) “start”',
  );
  expect(saysText(draftOf(rule), inEnglish)).toBe('503, after 250 ms, Back on Monday.');
  const blank = newReplyRule('New', []);
  expect([whenText(blank, false, inEnglish), saysText(blank, inEnglish)]).toEqual(['Always', 'what the bot says']);
  expect(whenText(blank, true, inEnglish)).toBe('Never: it has no condition');
});

test('the reply of a rule is seen before anything is sent, where an app end answers in its response', async () => {
  const seen: string[] = [];
  for (const platform of platforms) {
    const switches = fieldsOf(platform.replySwitches, '');
    const plain = readReplyRule(
      { ...newReplyRule('Plain', switches), sayAs: 'messages', messages: [{ kind: 'text', text: 'Back on Monday.' }] },
      '',
      switches,
      inEnglish,
    ).rule;
    const channel = channelOf({ platformId: platform.id, settings: platform.demo.settings });
    const preview = await previewReply({ ...plain, status: 418 }, channel, platform, demoBot);
    if (!preview) continue;
    seen.push(platform.id);
    expect(preview.status).toBe(418);
  }
  expect(seen).toContain('channeltalk');
  expect(seen).toContain('snatchbot');
});

test('the switch of the quick-reply header is seen in the head of the reply', async () => {
  const platform = platforms.find(({ id }) => id === 'channeltalk');
  if (!platform) throw new Error('The platform is gone.');
  const channel = channelOf({ platformId: platform.id, settings: platform.demo.settings });
  const headOf = async (quickReply: boolean) => {
    const preview = await previewReply(
      { ...rule, when: null, status: null, headers: [], switches: { quickReply } },
      channel,
      platform,
      demoBot,
    );
    return preview?.headers.map(([name]) => name.toLowerCase()) ?? [];
  };
  expect(await headOf(true)).toContain('x-quick-reply');
  expect(await headOf(false)).not.toContain('x-quick-reply');
});

test('an example of another mode than the channel has does not pass for its reply', async () => {
  const platform = platforms.find(({ id }) => id === 'kore');
  if (!platform) throw new Error('The platform is gone.');
  const inMode = (mode: string) =>
    previewReply(
      { ...rule, when: null },
      channelOf({ platformId: platform.id, settings: { ...platform.demo.settings, mode } }),
      platform,
      demoBot,
    );
  // Nothing calls the app end of a synchronous channel.
  expect(await inMode('sync')).toBeNull();
  expect((await inMode('async'))?.status).toBe(503);
});
