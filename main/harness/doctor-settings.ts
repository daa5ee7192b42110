import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { settingsThatMatter } from '#shared/channel/channel-settings.ts';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import { hygieneOf } from '#shared/trust/hygiene.ts';
import { failed, passed, warned, type Patient } from './doctor-checks.ts';

/** Whether the secrets are there, and whether anything was pasted along with a setting. */
export const checkSettings = ({ channel: { platform, settings } }: Patient): readonly ChannelCheck[] => {
  const secretFields = secretFieldsOf(platform.settings);
  const checks = settingsThatMatter(platform.settings, settings).flatMap(({ field, title }) => {
    const value = settings[field] ?? '';
    return typeof value === 'string' ? checkText({ field, title, value, isSecret: secretFields.includes(field) }) : [];
  });
  const isClean = checks.every(({ setting }) => setting === undefined || secretFields.includes(setting));
  return isClean
    ? [...checks, passed({ id: 'settings', title: 'Other settings' }, 'Nothing is odd about their texts.')]
    : checks;
};

type Written = { readonly field: string; readonly title: string; readonly value: string; readonly isSecret: boolean };

const checkText = ({ field, title, value, isSecret }: Written): readonly ChannelCheck[] => {
  const named = { id: `setting.${field}`, title, setting: field };
  if (value === '')
    return isSecret
      ? [warned(named, `${title} is not set.`, 'Enter it in the settings, where the other side has one.')]
      : [];
  const { oddities, cleaned } = hygieneOf(value, { isSecret });
  if (oddities.length === 0) return isSecret ? [passed(named, `${title} is set, and nothing is odd about it.`)] : [];
  const detail = `${title} ${oddities.map(({ what }) => what).join(', and ')}.`;
  const isNone = oddities.some(({ code }) => code === 'masked' || code === 'placeholder');
  const remedy = cleaned === null ? {} : { remedy: { kind: 'clean-setting', setting: field } as const };
  const next =
    cleaned === null || isNone
      ? 'Copy it anew from where it was made.'
      : 'Take it out, unless it is meant to be there.';
  return [isNone ? failed(named, detail, next, remedy) : warned(named, detail, next, remedy)];
};
