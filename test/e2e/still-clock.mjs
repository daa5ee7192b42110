// Loaded before the program where pictures are taken: the same times and ids at every start.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Milliseconds that pass with each look at the clock: durations are those of the steps taken, not those of this machine. */
const step = 0.4;
let passed = 0;
Object.defineProperty(performance, 'timeOrigin', { value: Date.parse('2026-01-30T09:30:00Z') });
performance.now = () => (passed += step);

let made = 0;
crypto.randomUUID = () => {
  made += 1;
  const hex = crypto.createHash('sha256').update(String(made)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
syncBuiltinESMExports();
