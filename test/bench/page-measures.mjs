import { readFileSync } from 'node:fs';

const percentile = (numbers, share) =>
  numbers.toSorted((one, other) => one - other)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

/** Milliseconds from opening the address until rows of the traffic are drawn. */
export const firstRows = async (page, url) => {
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelectorAll('#traffic-list [role=option]').length >= 10) window.firstRows = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  await page.waitForFunction(() => window.firstRows !== undefined);
  return page.evaluate(() => window.firstRows);
};

/** Scrolls the list for some seconds with the wheel, and takes the time between its pictures. */
export const frames = async (page, { notch, every, seconds, meanwhile }) => {
  const list = page.locator('#traffic-list');
  await list.evaluate((element) => element.scrollTo({ top: 0 }));
  await list.hover();
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    const taken = { frames: [], longTasks: 0, isOn: true };
    window.taken = taken;
    let last = performance.now();
    const next = (now) => {
      taken.frames.push(now - last);
      last = now;
      if (taken.isOn) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    new PerformanceObserver((entries) => {
      taken.longTasks += entries.getEntries().length;
    }).observe({ type: 'longtask' });
  });
  const until = performance.now() + seconds * 1000;
  let sent = 0;
  const begun = performance.now();
  const asked = [];
  while (performance.now() < until) {
    await page.mouse.wheel(0, notch);
    while (meanwhile && sent < (performance.now() - begun) / 10) asked.push(meanwhile(sent++));
    await page.waitForTimeout(every);
  }
  await Promise.all(asked);
  const {
    frames: between,
    longTasks,
    top,
  } = await page.evaluate(() => {
    window.taken.isOn = false;
    return { ...window.taken, top: document.querySelector('#traffic-list').scrollTop };
  });
  const taken = between.slice(1);
  console.log({
    notch,
    top,
    frames: taken.length,
    p50: percentile(taken, 0.5),
    p95: percentile(taken, 0.95),
    p99: percentile(taken, 0.99),
    longTasks,
  });
  return { p95: percentile(taken, 0.95), longTasks };
};

/** Milliseconds from the Enter key until the newest hits of a query are drawn, and until all of them are counted. */
export const search = async (page, query) => {
  const box = page.getByRole('combobox', { name: 'Search traffic' });
  await box.fill('');
  await box.press('Enter');
  await page.waitForFunction(() => !document.querySelector('#traffic-search-news')?.textContent);
  await page.waitForTimeout(200);
  await page.evaluate(() => {
    const times = {};
    window.times = times;
    const look = () => {
      const said = document.querySelector('#traffic-search-news')?.textContent ?? '';
      const isThere = document.querySelector('#traffic-list [role=option]:not([aria-label="Being read"])') !== null;
      if (said !== '' && isThere) times.drawn ??= performance.now();
      if (/^[\d,]+ hits?( ·.*)?$/.test(said) && !said.includes('so far')) {
        times.hits = said.split(' ')[0];
        times.counted ??= performance.now();
      }
      if (times.drawn === undefined || times.counted === undefined) requestAnimationFrame(look);
    };
    const begin = () => {
      times.begun = performance.now();
      requestAnimationFrame(look);
    };
    document.addEventListener('keydown', begin, { once: true, capture: true });
  });
  await box.fill(query);
  await box.press('Enter');
  await page.waitForFunction(() => window.times.counted !== undefined && window.times.drawn !== undefined);
  const { begun, drawn, counted, hits } = await page.evaluate(() => window.times);
  return { hits, drawn: drawn - begun, counted: counted - begun };
};

/** Bytes of the page's JavaScript heap after a garbage collection, and of its process where the system tells. */
export const heap = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const used = metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
  return { heap: used, resident: await residentOf(page) };
};

/** Linux only: the largest of the browser's processes that draw pages. */
const residentOf = async (page) => {
  try {
    const browser = await page.context().browser().newBrowserCDPSession();
    const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
    const sizes = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024);
    return Math.max(...sizes);
  } catch {
    return null;
  }
};
