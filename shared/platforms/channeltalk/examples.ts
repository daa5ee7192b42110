import { apiExamples } from './examples-api.ts';
import { eventExamples } from './examples-events.ts';
import type { PlatformExample } from '#shared/platforms/platform.ts';

/** Requests to both ends, and what comes of them with the demo channel. */
export const examples: readonly PlatformExample[] = [...eventExamples, ...apiExamples];
