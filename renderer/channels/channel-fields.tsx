import { FieldGroup } from '#renderer/form/form.tsx';
import { SettingGroups } from '#renderer/form/setting-groups.tsx';
import { SelectField, SwitchField, TextField } from '#renderer/kit/fields.tsx';
import type { StoredSecret } from '#renderer/kit/secret-field.tsx';
import type { ChannelTerms } from '#renderer/store/channel-draft.ts';
import { modeOf, withMode } from '#renderer/store/modes.ts';
import { issuesAt, withWritten, type Field } from '#renderer/store/settings-form.ts';
import { endName } from '#renderer/store/voices.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { InputIssue } from '#shared/contract/fault.ts';
import type { Platform } from '#shared/platforms/platform.ts';

type ChannelFieldsProps = {
  readonly platform: Platform;
  readonly fields: readonly Field[];
  readonly terms: ChannelTerms;
  readonly issues: readonly InputIssue[];
  readonly secretsSet?: readonly string[];
  readonly storedOf?: ((field: Field) => StoredSecret) | undefined;
  /** The setting to begin with. */
  readonly first?: string | undefined;
  /** `place` is what is being corrected, as a pointer into the command. */
  readonly onChange: (terms: ChannelTerms, place: string) => void;
};

/** Where the fields of a channel show what is wrong. */
export const channelPointers = (fields: readonly Field[]): readonly string[] => [
  '/name',
  ...fields.map(({ pointer }) => pointer),
];

/** What a channel is called, which ends of it are played, and the settings of its platform. */
export const ChannelFields = (props: ChannelFieldsProps) => {
  const { platform, fields, terms, issues, secretsSet = [], storedOf, first, onChange } = props;
  const words = useWords();
  const { form } = words.channels;
  const { name, plays, settings } = terms;
  return (
    <>
      <FieldGroup name={form.group} isNamed={false}>
        <TextField
          label={form.name}
          value={name}
          issues={issuesAt(issues, '/name', words)}
          onChange={(written) => onChange({ ...terms, name: written }, '/name')}
        />
        {platform.modes.length > 1 && (
          <ModeField
            platform={platform}
            modeId={modeOf(settings, platform, fields)?.id ?? ''}
            choose={(modeId) => onChange({ ...terms, settings: withMode(settings, modeId, platform, fields) }, '')}
          />
        )}
        <SwitchField
          label={form.playEnd(endName('platform', platform, words))}
          hint={form.platformEndHint}
          isOn={plays.platform}
          onChange={(isOn) => onChange({ ...terms, plays: { ...plays, platform: isOn } }, '/plays')}
        />
        <SwitchField
          label={form.playEnd(endName('app', platform, words))}
          hint={form.appEndHint}
          isOn={plays.app}
          onChange={(isOn) => onChange({ ...terms, plays: { ...plays, app: isOn } }, '/plays')}
        />
      </FieldGroup>
      <SettingGroups
        // Another setting to begin with is another look: its group is open, and it is in sight.
        key={first}
        fields={fields}
        lang="en"
        draft={settings}
        issues={issues}
        secretsSet={secretsSet}
        storedOf={storedOf}
        first={first}
        onChange={({ name, pointer }, written) =>
          onChange({ ...terms, settings: withWritten(settings, name, written) }, pointer)
        }
      />
    </>
  );
};

type ModeFieldProps = {
  readonly platform: Platform;
  readonly modeId: string;
  readonly choose: (modeId: string) => void;
};

/** A mode sets the few settings that tell it from the others. */
const ModeField = ({ platform, modeId, choose }: ModeFieldProps) => {
  const { form: words } = useWords().channels;
  return (
    <SelectField
      label={words.preset}
      hint={words.presetHint}
      value={modeId}
      options={[
        ...(modeId === '' ? [{ value: '', title: words.mixture }] : []),
        ...platform.modes.map(({ id, title }) => ({ value: id, title })),
      ]}
      onChange={choose}
    />
  );
};
