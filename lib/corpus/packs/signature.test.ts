import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { flood, now, packFilesOf } from '@/tests/fixtures/packs';
import { readPack } from './read-pack';
import { type PackSigner, signerFrom } from './signature';

async function newSigner(): Promise<PackSigner> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = await signerFrom(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  if (signer === null) throw new Error('A fresh key was not read.');
  return signer;
}

const read = (files: Awaited<ReturnType<typeof packFilesOf>>) =>
  readPack(async (name) => files.get(name) ?? null, { packName: 'River papers', now });

test('a signed pack says whose key signed it', async () => {
  const signer = await newSigner();
  const files = await packFilesOf([flood('a')], 'fingerprint-only', { signer });
  expect([...files.keys()]).toEqual(['2024-04-30.rfp.gz', 'manifest.sig', 'manifest.json']);
  expect(files.get('manifest.sig')).toHaveLength(64);
  expect(await read(files)).toMatchObject({ status: 'read', signature: { state: 'good', key: signer.key } });
});

test('an unsigned pack says so', async () => {
  const outcome = await read(await packFilesOf([flood('a')], 'fingerprint-only'));
  expect(outcome).toMatchObject({ status: 'read', signature: { state: 'none' } });
});

test('a signed pack is refused when its signature is missing, cut, or of another manifest or key', async () => {
  const signer = await newSigner();
  const files = await packFilesOf([flood('a')], 'fingerprint-only', { signer });
  const others = await packFilesOf([flood('b')], 'fingerprint-only', { signer });
  const stranger = await packFilesOf([flood('a')], 'fingerprint-only', { signer: await newSigner() });
  const sig = files.get('manifest.sig')!;
  for (const wrong of [
    undefined,
    sig.slice(0, 63),
    others.get('manifest.sig')!,
    stranger.get('manifest.sig')!,
  ]) {
    const changed = new Map(files);
    if (wrong) changed.set('manifest.sig', wrong);
    else changed.delete('manifest.sig');
    expect(await read(changed)).toMatchObject({ status: 'refused', where: 'manifest.sig' });
  }
});

test.each(['', 'no key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'])(
  'a file that holds no Ed25519 key is none: %j',
  async (pem) => {
    expect(await signerFrom(pem)).toBeNull();
  },
);

test('a key of another kind is none', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  expect(await signerFrom(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())).toBeNull();
});
