import { Type, type Static, type TObject } from 'typebox';
import { mostEnvironments, PlayedEnds, type Channel, type Environment } from '#shared/channel/channel.ts';
import { secretsIn, withoutSecrets } from '#shared/channel/channel-settings.ts';
import { redactJson } from '#shared/channel/redact-json.ts';
import { ReplyRule } from '#shared/channel/reply-rule.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';

const exact = { additionalProperties: false };
const Name = Type.String({ minLength: 1, maxLength: 100 });

/** Characters that the file of a channel may have: reply rules of a whole conversation are a tenth of it. */
export const longestChannelFile = 2 * 1024 * 1024;

/** A channel as a file that can be given away: everything but its secrets, which are named. */
export const ExportedChannel = Type.Object(
  {
    hookbench: Type.Literal('channel'),
    version: Type.Literal(1),
    name: Name,
    platformId: Name,
    botId: Name,
    defects: Type.Array(Name, { maxItems: 100 }),
    replyRules: Type.Array(ReplyRule, { maxItems: 200 }),
    environments: Type.Array(
      Type.Object(
        {
          name: Name,
          isActive: Type.Boolean(),
          plays: PlayedEnds,
          settings: Type.Record(Type.String(), Type.Unknown()),
          missing: Type.Array(Name, {
            maxItems: 200,
            description: 'The settings that have to be filled in: secrets, and what held one.',
          }),
        },
        exact,
      ),
      { minItems: 1, maxItems: mostEnvironments },
    ),
  },
  exact,
);
export type ExportedChannel = Static<typeof ExportedChannel>;

type Exporting = Pick<Channel, 'name' | 'platformId' | 'botId' | 'defects' | 'replyRules' | 'environmentId'> & {
  /** Settings with their secrets. */
  readonly environments: readonly (Environment & Pick<Channel, 'plays' | 'settings'>)[];
};

/** The file of a channel. No secret of any environment is in it, nor where one stands within another setting or in a rule. */
export const exportedChannel = (
  { name, platformId, botId, defects, replyRules, environments, environmentId }: Exporting,
  schema: TObject,
): ExportedChannel => {
  const secrets = environments.flatMap(({ settings }) => Object.values(secretsIn(schema, settings)));
  return {
    hookbench: 'channel',
    version: 1,
    name,
    platformId,
    botId,
    defects: [...defects],
    replyRules: redactJson(replyRules as unknown as Json, secrets) as unknown as ReplyRule[],
    environments: environments.map((each) => {
      const shown = withoutSecrets(schema, each.settings);
      const settings = redactJson(shown, secrets) as JsonObject;
      const masked = Object.keys(shown).filter(
        (field) => JSON.stringify(shown[field]) !== JSON.stringify(settings[field]),
      );
      return {
        name: each.name,
        isActive: each.id === environmentId,
        plays: each.plays,
        settings,
        missing: [...Object.keys(secretsIn(schema, each.settings)), ...masked],
      };
    }),
  };
};

export type ExportedChannelReading =
  | { readonly ok: true; readonly channel: ExportedChannel }
  | { readonly ok: false; readonly problem: string };

/** Reads such a file, which may come from anybody: says what is wrong and where, and never throws. Whether the settings are those of the platform is not looked at. */
export const readExportedChannel = (text: string): ExportedChannelReading => {
  if (text.length > longestChannelFile)
    return { ok: false, problem: `it has more than ${String(longestChannelFile)} characters` };
  // Editors on Windows begin a file with a byte order mark.
  const parsed = parseJson(text.replace(/^\u{feff}/u, ''));
  if (!parsed.ok) return { ok: false, problem: `it is no JSON. ${parsed.problem}` };
  const [issue] = issuesOf(ExportedChannel, parsed.value);
  if (issue)
    return {
      ok: false,
      problem: `it is no channel that Hookbench exported: ${issue.path || 'the whole'} ${issue.message}`,
    };
  const channel = parsed.value as unknown as ExportedChannel;
  const names = new Set(channel.environments.map(({ name }) => name));
  if (names.size < channel.environments.length) return { ok: false, problem: 'two of its environments have one name' };
  if (channel.environments.filter(({ isActive }) => isActive).length !== 1)
    return { ok: false, problem: 'not exactly one of its environments is active' };
  return { ok: true, channel };
};
