import type { JwtAttack } from '#shared/trust/attack/forge.ts';
import { algorithmAttacks } from '#shared/trust/attack/jwt-algorithm-attacks.ts';
import { claimAttacks } from '#shared/trust/attack/jwt-claim-attacks.ts';
import { keyAttacks } from '#shared/trust/attack/jwt-key-attacks.ts';
import { placeAttacks } from '#shared/trust/attack/jwt-place-attacks.ts';

/** The battery against signed tokens: what is missing or misplaced first, then algorithms, keys and claims. */
export const jwtAttacks: readonly JwtAttack[] = [...placeAttacks, ...algorithmAttacks, ...keyAttacks, ...claimAttacks];
