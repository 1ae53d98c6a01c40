import { base64Of, bytesOfBase64 } from '@/lib/corpus/base64';
import type { PackRefused } from './types';

/** Whose signature a manifest carries, and whether it could be checked here. */
export type PackSignature =
  | { state: 'none' }
  /** `key`: the signer's public key, 32 bytes in base64. */
  | { state: 'good'; key: string }
  /** This browser has no Ed25519 (Chrome before 137). */
  | { state: 'unchecked'; key: string };

/** A key pair's two halves as a signer needs them. */
export interface PackSigner {
  /** Public key, 32 bytes in base64. */
  key: string;
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * A signer from a private key as `openssl genpkey -algorithm ed25519` writes it (PKCS #8 in PEM); `null` when it is no such key.
 */
export async function signerFrom(pem: string): Promise<PackSigner | null> {
  const body = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(pem)?.[1];
  if (body === undefined) return null;
  try {
    const pkcs8 = bytesOfBase64(body.replace(/\s/g, ''));
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
    const { x = '' } = await crypto.subtle.exportKey('jwk', key);
    return {
      key: base64Of(bytesOfBase64(x.replaceAll('-', '+').replaceAll('_', '/'))),
      sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes)),
    };
  } catch (error) {
    // Not base64, or base64 of something else.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Checks a manifest's signature. `signedBy` is what the manifest itself names; `signature` the file beside it, `null` when there is none. */
export async function checkSignature(
  manifest: Uint8Array<ArrayBuffer>,
  signedBy: string | null,
  signature: Uint8Array<ArrayBuffer> | null,
): Promise<PackSignature | Pick<PackRefused, 'status' | 'why'>> {
  if (signedBy === null) return { state: 'none' };
  if (signature === null) {
    return refused('the pack says that it is signed, but its signature is missing');
  }
  const key = await publicKey(signedBy);
  if (key === 'unsupported') return { state: 'unchecked', key: signedBy };
  const fits = key !== null && (await crypto.subtle.verify('Ed25519', key, signature, manifest));
  return fits
    ? { state: 'good', key: signedBy }
    : refused('its signature does not fit, so somebody else than its maker may have changed it');
}

/** Whether this browser knows Ed25519. */
export async function canCheckSignatures(): Promise<boolean> {
  return (await publicKey(`${'A'.repeat(43)}=`)) !== 'unsupported';
}

async function publicKey(base64: string): Promise<CryptoKey | 'unsupported' | null> {
  try {
    return await crypto.subtle.importKey('raw', bytesOfBase64(base64), 'Ed25519', false, ['verify']);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return error.name === 'NotSupportedError' ? 'unsupported' : null;
  }
}

function refused(what: string): Pick<PackRefused, 'status' | 'why'> {
  return { status: 'refused', why: `${what}. Nothing of it was taken. Get the pack from its maker again.` };
}
