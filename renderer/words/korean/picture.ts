import type { Dictionary } from '../words.ts';

export const picture: Dictionary['picture'] = {
  told: (mediaType, width, height) => `${mediaType}, ${width} × ${height}픽셀`,
  tooLarge: '너무 커서 여기에 그리지 않습니다. 16진수에서 바이트를 볼 수 있습니다.',
  broken: '그림처럼 시작하지만 그릴 수 없습니다. 16진수에서 바이트를 볼 수 있습니다.',
  moving: '움직이는 그림 보기',
};
