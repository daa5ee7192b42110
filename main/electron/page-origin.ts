import { pageResponse } from '#main/control/page-files.ts';

/** The page's own scheme: standard and secure, so that it has an origin, and nothing else in the system answers for it. */
export const pageScheme = 'app';
export const pageUrl = `${pageScheme}://hookbench/index.html`;

/** Whether a URL is one of the page's own. Compares what was parsed, so that `app://hookbench.evil` and user names don't pass. */
export const isPageUrl = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${pageScheme}:` && host === 'hookbench' && username === '' && password === '';
};

/** Answers a request of the page: its own files under the strict policy, and nothing else. */
export const answerPageRequest = async (
  folder: string,
  request: Pick<Request, 'url' | 'method'>,
): Promise<Response> => {
  if (!isPageUrl(request.url)) return new Response(null, { status: 403 });
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  const { status, headers, body } = await pageResponse(folder, new URL(request.url).pathname);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { status, headers });
};
