import { counted } from './counted.ts';

export const defects = {
  on: (count: number) => `${counted(count, { one: 'defect', other: 'defects' })} on`,
  lead: 'Let an end misbehave on purpose, and see what the other one makes of it. A switch acts from the next request on; the traffic marks every exchange that it touched.',
  filter: 'Filter defects',
  ofEnd: (end: string) => `Defects of the ${end}`,
  misbehaves: (end: string) => `The ${end} misbehaves`,
  notPlayed: 'not played here, so these do nothing now',
  noneForPlatform: 'There is no defect for this platform.',
  noneFound: 'No defect has these words.',
  allOff: 'Turn all off',
  memory: 'Memory',
  memoryHint: 'Sessions, ids to poll with, counters and uploads that our ends remember of this channel.',
  forget: 'Forget them',
  forgotten: 'Forgotten.',
  /** What a row and the inspector say of an exchange that one acted on. */
  acted: (titles: string) => `defect: ${titles}`,
  actedHead: (count: number) => (count === 1 ? 'Defect' : 'Defects'),
};
