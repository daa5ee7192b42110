import { defectActed, type DefectEffect } from '#shared/platforms/defect.ts';
import { garbledReply } from '#shared/platforms/misbehave.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { Bench } from './bench.ts';
import type { Place } from './delivery.ts';
import { nothingBehind, type Settled } from './settle.ts';

type Replying = Extract<DefectEffect, { kind: 'replying' }>;

/** The reply of an end as the defects that are switched on let it go out. A browser that asks for leave (OPTIONS) is not meant. */
export const misbehaveReplying = async (
  place: Place,
  bench: Bench,
  settle: () => Promise<Settled>,
): Promise<Settled> => {
  const { stored, platform } = place.channel;
  if (stored.defects.length === 0 || place.opened.method === 'OPTIONS') return settle();
  const acting = platform.defects.find(
    (each) => stored.defects.includes(each.id) && each.end === place.end && each.does.kind === 'replying',
  );
  if (!acting || acting.does.kind !== 'replying') return settle();
  const settled = await replyWith(acting.does, place, bench, settle);
  return { ...settled, findings: [...settled.findings, defectActed(acting)] };
};

const untouched = { findings: [], rule: '', behind: nothingBehind } as const;

const replyWith = async (
  does: Replying,
  { channel, onGone }: Place,
  bench: Bench,
  settle: () => Promise<Settled>,
): Promise<Settled> => {
  switch (does.how) {
    case 'instead':
      return { reply: does.reply(bench.contextOf(channel)), ...untouched };
    case 'never':
      await new Promise<void>((resolve) => onGone(resolve));
      return { reply: null, ...untouched };
    case 'late':
      await bench.underWay.pause(does.seconds * 1000);
      return settle();
    case 'garbled': {
      const settled = await settle();
      return { ...settled, reply: settled.reply && garbledReply(settled.reply) };
    }
    default:
      return assertNever(does);
  }
};
