import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { Attack, ForgeCrypto } from '#shared/trust/attack/attack.ts';
import { jwtAttacks } from '#shared/trust/attack/jwt-attacks.ts';
import { textAttacks } from '#shared/trust/attack/text-attacks.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';
import type { JwtModel, TextCredential, TrustModel } from '#shared/trust/trust-model.ts';

/** The endpoint that is attacked, as far as the battery knows it. */
export type AttackedEnd = {
  readonly model: TrustModel;
  /** A request that the endpoint ought to accept, made anew each time. */
  readonly control: () => Promise<RawRequest>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly id: () => string;
  readonly crypto: ForgeCrypto;
};

/** Every attack that fits the trust model of an endpoint, in a fixed order. */
export const batteryFor = (end: AttackedEnd): readonly Attack[] =>
  end.model.kind === 'jwt'
    ? jwtBattery(end.model, end)
    : end.model.credentials.flatMap((credential, _index, all) =>
        textBattery(
          credential,
          all.filter((each) => each !== credential),
          end,
        ),
      );

const jwtBattery = (model: JwtModel, { control, now, id, crypto }: AttackedEnd): readonly Attack[] =>
  jwtAttacks.map(({ forge, ...words }) => ({
    ...words,
    prepare: async () => {
      const request = await control();
      const token = (headerValue(request.headers, model.spot.name) ?? '').split(' ').at(-1) ?? '';
      const { header, payload } = decodeJwt(token);
      return forge({
        control: request,
        model,
        token,
        header: header.json ?? {},
        claims: payload.json ?? {},
        seconds: Math.floor(now() / 1000),
        id,
        crypto,
      });
    },
  }));

const textBattery = (
  credential: TextCredential,
  others: readonly TextCredential[],
  { control }: AttackedEnd,
): readonly Attack[] => {
  const slug = credential.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return textAttacks
    .filter(({ secretOnly }) => credential.isSecret || !secretOnly)
    .map(({ make, secretOnly: _secretOnly, id, title, ...words }) => ({
      ...words,
      id: `${slug}.${id}`,
      title: `${credential.name}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
      prepare: async () => make({ control: await control(), credential, others }),
    }));
};
