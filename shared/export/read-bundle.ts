import { issuesOf } from '#shared/contract/input-issues.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { Bundle, bundleVersion } from '#shared/export/bundle-schema.ts';

/** A bundle that can be trusted in its form, and in nothing else; or one sentence why it is none. */
export type BundleReading =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly problem: string };

/** Refuses what is no bundle, of another version, or of another form, which is named by its field. */
export const readBundle = (text: string): BundleReading => {
  const parsed = parseJson(text.replace(/^\u{feff}/u, ''));
  if (!parsed.ok) return refuse(`This is no JSON, so it is no bundle either. ${parsed.problem}`);
  const version = isJsonObject(parsed.value) ? parsed.value['version'] : undefined;
  if (typeof version === 'number' && version > bundleVersion)
    return refuse(`This bundle is of version ${String(version)}, which a newer Hookbench has made: update this one.`);
  const [issue] = issuesOf(Bundle, parsed.value);
  if (issue) return refuse(`This is no bundle that can be read: ${issue.path || '/'} ${issue.message}.`);
  const bundle = parsed.value as unknown as Bundle;
  const numbers = new Set<number>();
  for (const { id } of bundle.exchanges) {
    if (numbers.has(id)) return refuse(`This is no bundle that can be read: there are two exchanges #${String(id)}.`);
    numbers.add(id);
  }
  return { ok: true, bundle };
};

const refuse = (problem: string): BundleReading => ({ ok: false, problem });
