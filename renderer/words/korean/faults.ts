import type { Translations } from '../words.ts';
import { channelFaults } from './faults/channel-faults.ts';
import { contractFaults } from './faults/contract-faults.ts';
import { environmentFaults } from './faults/environment-faults.ts';
import { exchangeFaults } from './faults/exchange-faults.ts';
import { exportFaults } from './faults/export-faults.ts';
import { networkFaults } from './faults/network-faults.ts';
import { rowFaults } from './faults/row-faults.ts';
import { storeFaults } from './faults/store-faults.ts';
import { undoFaults } from './faults/undo-faults.ts';

/** Every fault in Korean, by the subjects of shared/contract/faults; a code that is missing does not compile. */
export const faults: Translations['faults'] = {
  ...channelFaults,
  ...contractFaults,
  ...environmentFaults,
  ...exchangeFaults,
  ...exportFaults,
  ...networkFaults,
  ...rowFaults,
  ...storeFaults,
  ...undoFaults,
};
