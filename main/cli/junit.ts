import { assertNever } from '#shared/text/assert-never.ts';

/** One line of a report, for a machine that counts. */
export type ReportedCase = {
  readonly id: string;
  readonly title: string;
  /** Seconds. */
  readonly time: number;
  readonly result:
    | { readonly kind: 'passed' }
    | { readonly kind: 'failed'; readonly message: string; readonly detail: string }
    /** Nothing can be said of it. */
    | { readonly kind: 'unclear'; readonly message: string }
    | { readonly kind: 'skipped'; readonly message: string };
};

/** A report in the JUnit form that CI servers read: `failure` is a finding, `error` is what could not be told. */
export const junitReport = (suite: string, cases: readonly ReportedCase[], at: Date): string => {
  const count = (kind: ReportedCase['result']['kind']): string =>
    String(cases.filter(({ result }) => result.kind === kind).length);
  const time = cases.reduce((sum, each) => sum + each.time, 0).toFixed(3);
  const counts = `tests="${String(cases.length)}" failures="${count('failed')}" errors="${count('unclear')}" skipped="${count('skipped')}" time="${time}"`;
  const name = escaped(suite);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${name}" ${counts}>`,
    `  <testsuite name="${name}" timestamp="${at.toISOString().slice(0, 19)}" ${counts}>`,
    ...cases.map((each) => caseLine(name, each)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};

const caseLine = (suite: string, { id, title, time, result }: ReportedCase): string => {
  const head = `    <testcase classname="${suite}" name="${escaped(`${id}: ${title}`)}" time="${time.toFixed(3)}"`;
  switch (result.kind) {
    case 'passed':
      return `${head}/>`;
    case 'failed':
      return `${head}><failure message="${escaped(result.message)}">${escaped(result.detail)}</failure></testcase>`;
    case 'unclear':
      return `${head}><error message="${escaped(result.message)}"/></testcase>`;
    case 'skipped':
      return `${head}><skipped message="${escaped(result.message)}"/></testcase>`;
    default:
      return assertNever(result);
  }
};

/** What XML 1.0 §2.2 does not allow at all is left out, also escaped. */
const forbidden =
  // eslint-disable-next-line no-control-regex -- control characters are what this is about.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escaped = (text: string): string =>
  text
    .replaceAll(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
