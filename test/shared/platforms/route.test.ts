import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPath, matchPath, matchRoute, namesChannel } from '#shared/platforms/route.ts';

const template = '/chatbot/hooks/{botId}/hookInstance/{webhookInstanceId}';

describe('matching', () => {
  test.each([
    ['/a/{id}', '/a/st-1', { id: 'st-1' }],
    ['/a/{id}', '/a/st%2D1', { id: 'st-1' }],
    ['/a/{id}', '/a/', null],
    ['/a/{id}', '/a/b/', null],
    ['/a/{id}', '/A/b', null],
    ['/a/{id}', '/a/%zz', { id: '%zz' }],
    ['/a', '/a', {}],
  ])('%s and %s: %j', (path, actual, values) => {
    expect(matchPath(path, actual)).toEqual(values);
  });

  test('the method counts and the query does not', () => {
    const route = { method: 'POST', path: '/a/{id}' };
    expect(matchRoute(route, { method: 'POST', target: '/a/b?x=/y' })).toEqual({ id: 'b' });
    expect(matchRoute(route, { method: 'GET', target: '/a/b' })).toBeNull();
  });

  test('a path names a channel when each of its names has the value of that setting', () => {
    expect(namesChannel('/{botId}', { botId: 'a' }, { botId: 'a', other: 1 })).toBe(true);
    expect(namesChannel('/{botId}', { botId: 'a' }, { botId: 'b' })).toBe(false);
    expect(namesChannel('/{botId}', { botId: 'a' }, {})).toBe(false);
    expect(namesChannel('/id{botId}/{*pollId}', { botId: 'a', pollId: 'p' }, { botId: 'a' })).toBe(true);
  });

  test('a name may have a fixed beginning, and a free one takes any value', () => {
    expect(matchPath('/id{botId}/aps{*secret}', '/id7/apsx%20y')).toEqual({ botId: '7', secret: 'x y' });
    expect(matchPath('/id{botId}/aps{*secret}', '/id/apsx')).toBeNull();
    expect(matchPath('/id{botId}', '/7')).toBeNull();
    expect(fillPath('/id{botId}/aps{*secret}', { botId: '7', secret: 'x y' })).toBe('/id7/apsx%20y');
  });

  test('any method is taken by a star', () => {
    expect(matchRoute({ method: '*', path: '/a' }, { method: 'BREW', target: '/a' })).toEqual({});
  });
});

test('what is filled in is what is matched, and no text throws', () => {
  const value = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(value, value, fc.string({ unit: 'binary' }), (botId, webhookInstanceId, odd) => {
      expect(matchPath(template, fillPath(template, { botId, webhookInstanceId }))).toEqual({
        botId,
        webhookInstanceId,
      });
      expect(fillPath('/{odd}', { odd })).toMatch(/^\/[^/]*$/);
      expect(matchPath('/{odd}', `/${odd}`)).not.toBeUndefined();
    }),
  );
});
