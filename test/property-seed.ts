import { configureGlobal } from 'fast-check';

/** The same cases in every run, so that a failure is the change's own; `FC_SEED=$RANDOM npm run test:unit` looks for new ones. */
configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_120) });
