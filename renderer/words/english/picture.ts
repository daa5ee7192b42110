/** A picture that is a body, or a part of one. */
export const picture = {
  told: (mediaType: string, width: string, height: string) => `${mediaType}, ${width} × ${height} pixels`,
  tooLarge: 'Too large to be drawn here: hex shows its bytes.',
  broken: 'It begins like a picture, but cannot be drawn: hex shows its bytes.',
  moving: 'Show the moving picture',
};
