import { issuesOf } from '#shared/contract/input-issues.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import { decodeBase64 } from '#shared/text/base64.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { Bundle, bundleVersion } from '#shared/export/bundle-schema.ts';
import { tooLarge, type ImportedExchange, type ImportReading } from '#shared/export/imported.ts';

/** Whether a text says of itself that it is a bundle. */
export const looksLikeBundle = (text: string): boolean =>
  /^[\s\u{feff}]*\{\s*"format"\s*:\s*"hookbench-bundle"/u.test(text);

/** The exchanges of a bundle. Refuses what is none, of another version, or too large; what is of no form is named by its field. */
export const importBundle = (text: string): ImportReading => {
  const parsed = parseJson(text.replace(/^\u{feff}/u, ''));
  if (!parsed.ok) return { ok: false, problem: `This is no JSON, so it is no bundle either. ${parsed.problem}` };
  const version = isJsonObject(parsed.value) ? parsed.value['version'] : undefined;
  if (typeof version === 'number' && version > bundleVersion)
    return {
      ok: false,
      problem: `This bundle is of version ${String(version)}, which a newer Hookbench has made: update this one.`,
    };
  const [issue] = issuesOf(Bundle, parsed.value);
  if (issue)
    return { ok: false, problem: `This is no bundle that can be read: ${issue.path || '/'} ${issue.message}.` };
  const exchanges: ImportedExchange[] = [];
  for (const each of (parsed.value as unknown as Bundle).exchanges) {
    const read = exchangeOf(each);
    const problem = typeof read === 'string' ? read : tooLarge(read);
    if (typeof read === 'string' || problem !== null)
      return { ok: false, problem: `Exchange #${String(each.id)} of the bundle: ${problem ?? ''}` };
    exchanges.push(read);
  }
  return { ok: true, exchanges, skipped: 0 };
};

type Bundled = Bundle['exchanges'][number];

const exchangeOf = (bundled: Bundled): ImportedExchange | string => {
  const { openedAt, direction, origin, method, target, duration, phases, findings, verdict, request, response } =
    bundled;
  const asked = bodyOf(request.body);
  const answered = response && bodyOf(response.body);
  if (!asked || (response && !answered)) return 'a body is not base64.';
  return {
    openedAt,
    direction,
    origin,
    httpVersion: request.httpVersion,
    request: { method, target, headers: request.headers, body: asked },
    response:
      response && answered
        ? {
            status: response.status,
            reason: response.reason,
            headers: response.headers,
            body: answered,
            httpVersion: response.httpVersion,
          }
        : null,
    duration,
    phases,
    findings,
    verdict: { ...(verdict as Verdict), because: `In the bundle: ${verdict.because.replace(/^In the bundle: /, '')}` },
  };
};

const bodyOf = (body: Bundled['request']['body']): Uint8Array | null => {
  if ('text' in body) return bytesOf(body.text);
  const decoded = decodeBase64(body.base64);
  return decoded.ok ? decoded.bytes : null;
};
