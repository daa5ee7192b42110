/** Settles when the process is asked to stop. A second signal is not caught: whoever cannot wait ends it at once. */
export const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
