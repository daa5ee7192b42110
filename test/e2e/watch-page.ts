import type { Page } from '@playwright/test';

/** What a page must never do, noted as it happens: the lists stay empty. */
export type Watched = { readonly errors: readonly string[]; readonly foreignRequests: readonly string[] };

const isLocal = (url: string, origin: string): boolean => url.startsWith(`${origin}/`) || url.startsWith('data:');

/** Notes errors, violations of the content security policy (the browser reports them on the console) and requests off the page's origin. */
export const watchPage = (page: Page): Watched => {
  const errors: string[] = [];
  const foreignRequests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (entry) => {
    if (entry.type() === 'error' || /content security policy/i.test(entry.text())) errors.push(entry.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(page.url());
    if (!isLocal(request.url(), `${protocol}//${host}`)) foreignRequests.push(request.url());
  });
  return { errors, foreignRequests };
};
