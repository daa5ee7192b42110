import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { traceName } from '#shared/exchange/trace.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { withDifference } from '#shared/text/json-difference.ts';
import type { ExportedExchange } from '#shared/export/exported.ts';
import { indentedJson, writerOfExchanges, type FileWriter } from '#shared/export/file-writer.ts';
import { harEntry } from '#shared/export/har-entry.ts';
import { HarPages } from '#shared/export/har-pages.ts';

/**
 * Exchanges as an HTTP Archive (HAR 1.2, W3C Web Performance draft of 2012). What came out of an archive is written as it stood there,
 * with its pages. Three things are not as they were: the creator is who writes this one, the order of members, and the digits of a number
 * beyond what a double holds.
 */
export const harWriter = (made: { readonly version: string }): FileWriter => {
  const pages = new HarPages();
  return writerOfExchanges({
    begin: () => {
      const creator = indentedJson({ name: 'Hookbench', version: made.version }, 2);
      return `{\n  "log": {\n    "version": "1.2",\n    "creator": ${creator},\n    "entries": [`;
    },
    exchange: (exported) => `\n      ${indentedJson(pages.placed(entryAsItStood(exported), exported.exchange.har), 3)}`,
    separator: ',',
    end: () => `\n    ]${Object.entries(pages.members()).map(member).join('')}\n  }\n}\n`,
  });
};

const member = ([name, value]: readonly [string, Json]): string =>
  `,\n    ${JSON.stringify(name)}: ${indentedJson(value, 2)}`;

const entryAsItStood = (exported: ExportedExchange): JsonObject => {
  const { har, summary } = exported.exchange;
  const made = harEntry(exported, har?.inBase64);
  if (!har) return { ...made, ...belongingOf(summary) };
  return har.entry ? withDifference(made, har.entry) : made;
};

/** What it belongs to and what acted in it; an entry that came out of an archive has what stood there. */
const belongingOf = ({ traceId, rule, defect }: ExchangeSummary): JsonObject => ({
  _trace: traceName(traceId),
  ...(rule === '' ? {} : { _rule: rule }),
  ...(defect === '' ? {} : { _defect: defect }),
});
